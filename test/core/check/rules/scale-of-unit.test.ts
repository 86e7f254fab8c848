import { describe, expect, it } from 'vitest';
import { scaleOfUnit } from '#core/check/rules/item/scale-of-unit.ts';
import { foundIn, placesIn } from './asked-item.ts';

const found = (en: string, zh: string) =>
  placesIn('item/unit-scale', { kind: 'number', key: 175, unit: { en, zh } });

describe('units of different scales', () => {
  it.each([
    ['billion', '亿'],
    ['billion parameters', '亿个参数'],
    ['billions of parameters', '个参数'],
    ['parameters', '亿个参数'],
    ['million tokens', '万个 token'],
    ['million tokens', '千万个 token'],
    ['trillion tokens', '千亿个 token'],
    ['thousand examples', '万条样本'],
    ['thousand words', '个词'],
    ['words', '千字'],
    ['ten thousand words', '千个词'],
    ['B parameters', '个参数'],
    ['B parameters', '亿个参数'],
    ['K tokens', '万个 token'],
    ['M', '亿'],
    ['(billions)', '（亿）'],
    ['in billions', '亿'],
    ['parameters (billions)', '参数（亿）'],
    ['parameters, in billions', '参数，单位：亿'],
    ['%', '倍'],
    ['percent', '比例'],
    ['tokens', '%'],
  ])('%s and %s', (en, zh) => expect(found(en, zh)).toEqual([zh]));
});

describe('units of one scale', () => {
  it.each([
    ['parameters', '个参数'],
    ['billion parameters', '十亿个参数'],
    ['billions of parameters', '十亿参数'],
    ['million tokens', '百万个 token'],
    ['hundred million tokens', '亿个 token'],
    ['hundreds of millions', '亿'],
    ['ten thousand words', '万字'],
    ['thousand words', '千字'],
    ['trillion tokens', '万亿个 token'],
    ['hundred billion', '千亿'],
    ['ten billion', '百亿'],
    ['hundred tokens', '百个 token'],
    ['B parameters', '十亿个参数'],
    ['%', '%'],
    ['%', '％'],
    ['percent of the tokens', 'token 的百分比'],
    ['percentage points', '个百分点'],
    ['points', '个百分点'],
    ['kg', '千克'],
    ['kilometres', '千米'],
    ['kilobytes', '千字节'],
    ['MB', '百万字节'],
    ['megatons', '百万吨'],
    ['decades', '十年'],
    ['centuries', '百年'],
    ['parts per million', '百万分之一'],
    ['ppm', '百万分率'],
    ['T cells', '个 T 细胞'],
    ['B', '字节'],
    ['K', '开尔文'],
    ['TFLOPS', '万亿次浮点运算'],
    ['dollars per million tokens', '美元/百万 token'],
    ['tokens per parameter', '个 token / 参数'],
    ['FLOPs', '次浮点运算（FLOPs）'],
    ['times', '倍'],
    ['thousandths', '千分之一'],
    ['GB', 'GB'],
    ['(year)', '年'],
  ])('%s and %s', (en, zh) => expect(found(en, zh)).toEqual([]));
});

it('says what each counts in', () => {
  const unit = { en: 'billion', zh: '亿' };
  const [finding] = foundIn('item/unit-scale', { kind: 'number', key: 175, unit });
  expect(finding?.message).toContain(
    '`亿` counts in units of 100 million and `billion` in units of 1 billion',
  );
});

it('reads a unit of thousands of brackets in one pass', () => {
  expect(scaleOfUnit(`${'( '.repeat(2000)}tokens`)).toEqual({ type: 'times', by: 1 });
  expect(scaleOfUnit('( in millions )')).toEqual({ type: 'times', by: 1e6 });
});
