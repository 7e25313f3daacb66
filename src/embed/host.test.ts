import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeWishes, formatHost, parseHost } from './host.ts';
import { type HostWishes, isHidden, isLocked } from './wishes.ts';

const { wishes: none } = parseHost('');

describe('the wishes of a host', () => {
  it('are none when nothing is said', () => {
    expect(none).toEqual({
      isEmbedded: false,
      hidden: new Set(),
      shown: new Set(),
      locked: new Set(),
      level: null,
      presents: null,
      theme: 'auto',
      language: null,
      autoplay: false,
      startsWhenVisible: false,
      tellsHeight: true,
      hasShortcuts: true,
    });
  });

  it('are read from the query', () => {
    const { wishes, refused } = parseHost(
      '?embed=1&hide=speed,step-back,numbers&show=numbers&lock=learning-rate,batchsize&theme=dark&lang=de-CH&autoplay=1&start=visible&height=fixed&keys=0&utm_source=mail',
    );
    expect(refused).toEqual([]);
    expect(wishes).toMatchObject({
      isEmbedded: true,
      theme: 'dark',
      language: 'de-CH',
      autoplay: true,
      startsWhenVisible: true,
      tellsHeight: false,
      hasShortcuts: false,
    });
    expect([...wishes.hidden]).toEqual(['speed', 'stepBack']);
    expect(isHidden(wishes, 'numbers')).toBe(false);
    expect(isLocked(wishes, 'learningRate') && isLocked(wishes, 'batchSize')).toBe(true);
  });

  it.each([
    'theme=pink',
    'level=some',
    'present=maybe',
    'lang=<script>',
    'autoplay=maybe',
    'keys=some',
    'start=later',
    'hide=<b>',
    'lock=-',
    'embed=2',
  ])('say what means nothing: %s', (query) => {
    const { wishes, refused } = parseHost(`?${query}`);
    expect(wishes).toEqual(none);
    expect(refused).toEqual([`The address asks for ${query}, which means nothing here.`]);
  });

  it('are lists with commas, spaces, hyphens, or underscores, of which one slip spoils no other', () => {
    const { wishes, refused } = parseHost('?hide=tab-code,%20speed%2C&lock=learning_rate+batchSize,%3Cb%3E');
    expect([...wishes.hidden]).toEqual(['tabCode', 'speed']);
    expect([...wishes.locked]).toEqual(['learningRate', 'batchSize']);
    expect(refused).toEqual(['The address asks for lock=<b>, which means nothing here.']);
  });

  const plain = 'embed=1&hide=speed,tab-code&lock=learning-rate&theme=dark&lang=de&start=visible';
  it.each([
    ['with &amp;', (text: string) => text.replaceAll('&', '&amp;')],
    ['with %26', (text: string) => text.replace('&theme', '%26theme')],
    ['with %3D', (text: string) => text.replaceAll('=', '%3D')],
    ['encoded as a whole', (text: string) => encodeURIComponent(text)],
    ['encoded twice', (text: string) => encodeURIComponent(encodeURIComponent(text))],
    ['with + for a space', (text: string) => text.replaceAll(',', ',+')],
    ['in capitals', (text: string) => text.toUpperCase().replace('=DE&', '=de&')],
  ])('are read %s', (_, encode) => {
    const { wishes, refused } = parseHost(`?${encode(plain)}`);
    expect(wishes).toMatchObject({ isEmbedded: true, theme: 'dark', language: 'de', startsWhenVisible: true });
    expect(['speed', 'tabCode'].every((name) => isHidden(wishes, name))).toBe(true);
    expect(isLocked(wishes, 'learningRate') && !isLocked(wishes, 'batchSize')).toBe(true);
    expect(refused).toEqual([]);
  });

  it('leave what belongs to others alone', () => {
    const query = '?utm_source=mail&back=https%3A%2F%2Flms.example%2F%3Ftheme%3Ddark%26lang%3Dde&id=5&clock=1';
    expect(parseHost(query)).toEqual({ wishes: none, refused: [] });
    expect(parseHost('?themes=1').refused).toEqual([]);
  });

  it.each([
    ['theme=darc', 'The address asks for theme=darc, which means nothing here. Did you mean dark?'],
    ['start=visble', 'The address asks for start=visble, which means nothing here. Did you mean visible?'],
    ['embed=1&thme=dark', 'The address also says thme, which means nothing here. Did you mean theme?'],
    ['theme=%00\u202ex', 'The address asks for theme=\\u0000\\u202Ex, which means nothing here.'],
  ])('are asked for where there is a slip: %s', (query, sentence) => {
    expect(parseHost(`?${query}`).refused).toEqual([sentence]);
  });

  it('take a height in pixels as one that is the page’s own business', () => {
    for (const height of ['480', '480px', 'fixed', 'Fixed'])
      expect(parseHost(`?height=${height}`)).toMatchObject({ wishes: { tellsHeight: false }, refused: [] });
    expect(parseHost('?height=high').refused).toHaveLength(1);
  });

  it('change by message: lists are replaced, `show` takes names off', () => {
    const first = changeWishes(none, { hide: ['speed', 'seed'], theme: 'dark' });
    expect([...first.hidden]).toEqual(['speed', 'seed']);
    const second = changeWishes(first, { show: ['seed'], lock: ['problem'], language: 'de', level: 'all' });
    expect([...second.hidden]).toEqual(['speed']);
    expect([...second.shown]).toEqual(['seed']);
    expect(second.level).toBe('all');
    expect([...changeWishes(second, { hide: ['seed'] }).shown]).toEqual([]);
    expect(second).toMatchObject({ theme: 'dark', language: 'de', locked: new Set(['problem']) });
  });

  it('come back from the query they are written as', () => {
    const name = fc.constantFrom('speed', 'learningRate', 'numbers', 'problem', 'theme');
    const wishes: fc.Arbitrary<HostWishes> = fc.record({
      isEmbedded: fc.boolean(),
      hidden: fc.array(name).map((names) => new Set(names)),
      shown: fc.array(name).map((names) => new Set(names)),
      locked: fc.array(name).map((names) => new Set(names)),
      level: fc.constantFrom(null, 'first', 'all'),
      theme: fc.constantFrom('auto', 'light', 'dark'),
      language: fc.constantFrom(null, 'de', 'en-GB'),
      autoplay: fc.boolean(),
      startsWhenVisible: fc.boolean(),
      tellsHeight: fc.boolean(),
      hasShortcuts: fc.boolean(),
      presents: fc.constantFrom(null, 'lecture', 'question'),
    });
    fc.assert(
      fc.property(wishes, (given) => {
        // What is both hidden and shown is shown.
        const wishes = { ...given, hidden: new Set([...given.hidden].filter((each) => !given.shown.has(each))) };
        expect(parseHost(formatHost(given))).toEqual({ wishes, refused: [] });
      }),
      { numRuns: 10_000 },
    );
  }, 60_000);

  it('are read from any query at all', () => {
    const key = fc.constantFrom(
      'embed',
      'hide',
      'show',
      'lock',
      'theme',
      'lang',
      'level',
      'present',
      'autoplay',
      'start',
      'height',
      'keys',
      '__proto__',
    );
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('__proto__', 'constructor', '%', '%E0%A4%A', ',,,', 'a,'.repeat(500), 'NaN', '1'),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(key, value), { maxLength: 12 }), fc.string(), (pairs, rest) => {
        const { wishes, refused } = parseHost(`?${pairs.map((pair) => pair.join('=')).join('&')}&${rest}`);
        expect(['auto', 'light', 'dark']).toContain(wishes.theme);
        for (const name of [...wishes.hidden, ...wishes.locked]) expect(name).toMatch(/^[a-zA-Z][a-zA-Z0-9]*$/);
        for (const sentence of refused) expect(sentence.length).toBeLessThan(120);
      }),
      { numRuns: 10_000 },
    );
  }, 60_000);
});
