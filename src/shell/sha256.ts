/** A new SHA-256 of nothing yet. Loads node:crypto when it is called, since that takes two milliseconds, which most runs can do without. */
export const sha256 = () => process.getBuiltinModule('node:crypto').createHash('sha256');
