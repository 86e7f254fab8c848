/** The patterns that modules put together while they load; this one has to load before them. */
export const madeWhileLoading: RegExp[] = [];

globalThis.RegExp = new Proxy(RegExp, {
  construct(target, args: [string | RegExp, string?], newTarget) {
    const pattern = Reflect.construct(target, args, newTarget) as RegExp;
    if (madeWhileLoading.length < 1000) madeWhileLoading.push(pattern);
    return pattern;
  },
});
