import { describe, expect, it } from 'vitest';
import { createFormats } from './format.ts';
import { chooseLanguage, loadLanguage } from './language.ts';

describe('the language of the page', () => {
  it('is the first of those wanted that there is', () => {
    expect(chooseLanguage(['fr-CH', 'de-CH', 'en'])).toBe('de');
    expect(chooseLanguage(['en-US', 'de'])).toBe('en');
  });

  it('is English when none is there, whatever is asked for', () => {
    expect(chooseLanguage([])).toBe('en');
    expect(chooseLanguage(['constructor', '', '__proto__'])).toBe('en');
  });

  it('brings its words and its numbers', async () => {
    const german = await loadLanguage('de');
    expect(german.text.page.settings).toBe('Einstellungen');
    expect(german.format.number(-0.25)).toBe('−0,250');
    expect((await loadLanguage('fr')).code).toBe('en');
  });
});

describe('numbers for people', () => {
  const format = createFormats('en');
  it('have three figures and a true minus sign', () => {
    expect([0, 1, -2.4, 0.0123456, 1234.5].map(format.number)).toEqual(['0', '1.00', '−2.40', '0.0123', '1230']);
    expect(format.signed(0.1)).toBe('+0.100');
  });
  it('use powers of ten far from one, and a dash where there is no number', () => {
    expect(format.number(-1.5e-7)).toBe('−1.50 × 10⁻⁷');
    expect(format.number(2e12)).toBe('2.00 × 10¹²');
    expect(format.number(Number.NaN)).toBe('—');
    expect(format.number(Number.POSITIVE_INFINITY)).toBe('—');
  });
});
