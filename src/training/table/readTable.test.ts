import { dsvFormat } from 'd3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classesOf, type OwnData, ownDataProblem, readOwnData } from '../ownData/ownData.ts';
import { rowsOf } from './cells.ts';
import { numberIn, numberWith } from './numbers.ts';
import { longestText, mostRows, readTable, type TableReading } from './readTable.ts';
import { writeTable } from './writeTable.ts';

const points = (reading: TableReading) => ({ x: reading.data?.x, y: reading.data?.y });

describe('what a class pastes', () => {
  test('a German table: semicolons, decimal commas, a header, and words as classes', () => {
    const reading = readTable('a;b;c\n1,5;2,25;ja\n-2;3,5;nein\n');
    expect(reading).toMatchObject({ delimiter: ';', decimalSign: ',', hasHeader: true, classes: ['nein', 'ja'] });
    expect(reading.data).toEqual({
      x: [
        [1.5, 2.25],
        [-2, 3.5],
      ],
      y: [1, 0],
      names: ['a', 'b', 'c'],
      classes: ['nein', 'ja'],
    });
  });

  test('the clipboard of a spreadsheet: tabs', () => {
    const reading = readTable('x1\tx2\ty\r\n1\t2\t0\r\n3\t4\t1\r\n');
    expect(reading).toMatchObject({ delimiter: '\t', hasHeader: true });
    expect(points(reading)).toEqual({
      x: [
        [1, 2],
        [3, 4],
      ],
      y: [0, 1],
    });
  });

  test('columns made with spaces', () => {
    const reading = readTable('x1   x2  y\n 1.5  2   3.5 \n10   20  30\n');
    expect(reading.delimiter).toBe(' ');
    expect(points(reading)).toEqual({
      x: [
        [1.5, 2],
        [10, 20],
      ],
      y: [3.5, 30],
    });
  });

  test('the line by which a spreadsheet says its delimiter is no row', () => {
    const reading = readTable('sep=;\r\nx;y\r\n1,5;2\r\n2,5;3,25\r\n');
    expect(reading).toMatchObject({ delimiter: ';', decimalSign: ',', rowCount: 2 });
    expect(points(reading)).toEqual({ x: [[1.5], [2.5]], y: [2, 3.25] });
  });

  test('empty cells leave out their rows, which are told by line', () => {
    const reading = readTable('x,y\n1,2\n,3\n4,NA\n5,6.5\n');
    expect(reading).toMatchObject({ missing: [3, 4], missingCount: 2, faultCount: 0 });
    expect(points(reading)).toEqual({ x: [[1], [5]], y: [2, 6.5] });
  });

  test('a byte order mark, exponents, and what is not a number', () => {
    const reading = readTable('\ufeffx,y\n1e3,NaN\n2,3.5\n4,Infinity\n1E-2,-.5\n');
    expect(reading.columns.map(({ name }) => name)).toEqual(['x', 'y']);
    expect(reading.missing).toEqual([2, 4]);
    expect(points(reading)).toEqual({ x: [[2], [0.01]], y: [3.5, -0.5] });
  });

  test('thousands are read only where there is no doubt', () => {
    const reading = readTable('x,y\n"1,234.5",2\n"1,234",2\n7,8\n');
    expect(points(reading)).toEqual({ x: [[1234.5], [7]], y: [2, 8] });
    expect(reading.faults).toEqual([{ line: 3, kind: 'number', column: 'x', text: '1,234' }]);
    const unquoted = readTable('a,b\n1,2\n1,234.5,2\n3,4\n');
    expect(unquoted.faults).toMatchObject([{ line: 3, kind: 'cells', text: '3' }]);
    expect(points(unquoted)).toEqual({ x: [[1], [3]], y: [2, 4] });
    expect(numberIn('1.234,5', ',')).toBe(1234.5);
    expect(numberIn('1.234', ',')).toBeNull();
    expect(numberIn("1'234.5", '.')).toBe(1234.5);
    expect(numberIn('1 234,5', ',')).toBe(1234.5);
    expect(numberIn('1\u202f234\u202f567', ',')).toBe(1234567);
    expect(numberIn('−3', '.')).toBe(-3);
  });

  test('a line break inside quotes belongs to its cell, and lines are counted on', () => {
    const reading = readTable('note,x,y\n"two\nlines",1,2\nplain,3,wrong\n"say ""hi""",5,7\n');
    expect(reading.shown[0][0]).toBe('two\nlines');
    expect(reading.shown[2][0]).toBe('say "hi"');
    expect(reading.faults).toMatchObject([{ line: 4, column: 'y', text: 'wrong' }]);
    expect(points(reading)).toEqual({ x: [[1], [5]], y: [2, 7] });
  });

  test('a delimiter at the end of every line begins no column', () => {
    const reading = readTable('x,y,\n1,2,\n3,4,\n');
    expect(reading.columns).toHaveLength(2);
    expect(points(reading)).toEqual({ x: [[1], [3]], y: [2, 4] });
  });

  test('comments, empty lines, and every end of a line are passed over', () => {
    const reading = readTable('# measured on Monday\rx,y\r\r1,2\r\n\n# again\n#N/A,3\n3,4');
    expect(points(reading)).toEqual({ x: [[1], [3]], y: [2, 4] });
    expect(reading).toMatchObject({ missing: [7] });
  });

  test('a table without a header; without one on demand as well', () => {
    expect(points(readTable('1,2\n3,5\n'))).toEqual({ x: [[1], [3]], y: [2, 5] });
    expect(readTable('1,2\n3,5\n').data?.names).toBeUndefined();
    expect(readTable('2019,2020\n3,5\n4,6\n', { hasHeader: true }).data?.names).toEqual(['2019', '2020']);
  });

  test('the switches have the last word', () => {
    const text = 'a;b\n1,5;2,5\n3,5;4,5\n';
    expect(readTable(text, { decimalSign: '.' }).refusal).toBe('no-feature');
    expect(readTable(`${text}1;2\n2;3\n`, { decimalSign: '.' }).faultCount).toBe(2);
    expect(readTable(text, { delimiter: ',' }).delimiter).toBe(',');
    const roles = { features: [1], target: 0 };
    expect(points(readTable(text, { roles }))).toEqual({ x: [[2.5], [4.5]], y: [1.5, 3.5] });
    const words = 'x,y\n1,red\n2,blue\n3,red\n';
    expect(readTable(words).classes).toEqual(['blue', 'red']);
    expect(readTable(words, { one: 'blue' })).toMatchObject({
      ...{ classes: ['red', 'blue'] },
      data: { y: [0, 1, 0], classes: ['red', 'blue'] },
    });
    expect(readTable('x,y\n1,0\n2,1\n3,0\n4,1\n').data?.classes).toBeUndefined();
    expect(readTable('x,y\n1,4\n2,9\n3,4\n4,9\n').data?.classes).toEqual(['4', '9']);
  });
});

describe('what is easily read wrong', () => {
  test.each([
    [
      'thousands or decimals, where commas part the columns',
      'x,y\n"1,234","2,345"\n"3,456","4,567"\n7,8\n9,1\n',
      '.',
      [[7], [9]],
    ],
    ['decimals in quotes', 'x,y\n"1,5",2\n"3,25",4\n', ',', [[1.5], [3.25]]],
    ['thousands by spaces', 'x;y\n1\u00a0234,5;2\n2 345;3\n', ',', [[1234.5], [2345]]],
    ['millions by points', 'x;y\n1.234.567;2\n2.345.678;3\n', ',', [[1234567], [2345678]]],
    ['millions by commas', 'x;y\n1,234,567;2\n2,345,678;3\n', '.', [[1234567], [2345678]]],
  ])('%s', (_name, text, decimalSign, x) => {
    expect(readTable(text)).toMatchObject({ decimalSign, data: { x } });
  });

  test('one column of decimals under a name is no two columns', () => {
    expect(readTable('x\n1,5\n2,5\n3,5\n')).toMatchObject({ refusal: 'one-column', decimalSign: ',' });
    expect(readTable(`x\n${'1,5\n'.repeat(20_000)}`).refusal).toBe('one-column');
    expect(readTable('1,5\n2,5\n3,5\n').columns).toHaveLength(2);
  });

  test('a title before the names is passed over', () => {
    const reading = readTable('Class 7b, May\n\nx;y\n1;2\n3;5\n');
    expect(reading).toMatchObject({ faultCount: 0, rowCount: 2, data: { names: ['x', 'y'] } });
    expect(readTable('Class 7b\nx;y\n1;2\n3;5\n', { hasHeader: false }).rowCount).toBe(4);
  });

  test('names that stand over the columns but the first belong there', () => {
    expect(readTable('  x   y\n1 1.5 2\n2 2.5 3\n3 3.5 5\n').data?.names).toEqual(['x', 'y']);
    expect(readTable('x,y\nAnn,1.5,2\nBo,2.5,3\n').data?.names).toEqual(['x', 'y']);
    // Neither numbers nor names of rows, and what only ends with a delimiter.
    expect(readTable('x,y\n5.5,1.5,2\n4,2.5,3\n').columns.map(({ name }) => name)).toEqual(['x', 'y', '']);
    expect(readTable('x,y\n1,5,\n2,6,\n').data?.names).toEqual(['x', 'y']);
  });

  test('of names with spaces, where spaces part the columns, nobody knows which is whose', () => {
    const reading = readTable('height cm weight kg\n1 2\n3 4\n');
    expect(reading).toMatchObject({ hasHeader: true, rowCount: 2 });
    expect(reading.data?.names).toBeUndefined();
  });

  test('numbers as classes are in their order', () => {
    expect(readTable('x,y\n1,1.0\n2,2.0\n3,1\n4,2\n')).toMatchObject({
      classes: ['1', '2'],
      data: { y: [0, 1, 0, 1] },
    });
    expect(readTable('x,y\n1,t\n2,f\n3,t\n').classes).toEqual(['f', 't']);
  });

  test('names that are there twice, and none', () => {
    expect(readTable('a,a,a\n1,2,3\n4,6,8\n').data?.names).toEqual(['a', 'a', 'a']);
    expect(readTable('a,,c\n1,2,3\n4,6,8\n').data?.names).toEqual(['a', '', 'c']);
  });

  test('a sign that nobody sees makes no number', () => {
    const reading = readTable('x\u0000,y\n1\u0000,2\n3,4\n5,6.5\n');
    expect(reading.faults).toMatchObject([{ line: 2, column: 'x', text: '1\u0000' }]);
    expect(reading.data?.names).toEqual(['x', 'y']);
  });
});

describe('amounts with a unit', () => {
  test.each([
    ['share;price\n12 %;12,50 €\n7,5%;€ 8\n-3 %;-€1.200,25\n', ',', [12, 7.5, -3], [12.5, 8, -1200.25], '%', '€'],
    ['share,price\n12.5%,$3\n%7,"$1,200"\n0%,$ -4.75\n', '.', [12.5, 7, 0], [3, 1200, -4.75], '%', '$'],
    ['share\tprice\n1‰\t1.200,00 EUR\n2 ‰\tEUR 7\n4‰\t1.300 EUR\n', ',', [1, 2, 4], [1200, 7, 1300], '‰', 'EUR'],
    [
      'share|price\n5 %|CHF 1’250.50\n6\u00a0%|7.05 CHF\n8\u202f%|−2 CHF\n',
      '.',
      [5, 6, 8],
      [1250.5, 7.05, -2],
      '%',
      'CHF',
    ],
  ] as const)('%#', (text, decimalSign, shares, prices, first, second) => {
    const reading = readTable(text);
    expect(reading).toMatchObject({ decimalSign, hasHeader: true, faultCount: 0, refusal: null });
    expect(reading.columns).toMatchObject([
      { isNumeric: true, unit: first, asText: null, name: `share (${first})` },
      { isNumeric: true, unit: second, asText: null, name: `price (${second})`, maximum: Math.max(...prices) },
    ]);
    expect(reading.data).toEqual({
      x: shares.map((share) => [share]),
      y: prices,
      names: [`share (${first})`, `price (${second})`],
    });
  });

  test.each([
    ['$1,200', 1200, '.'],
    ['1.200 €', 1200, ','],
    ['1,5 €', 1.5, ','],
    ['US$ 0.125', 0.125, '.'],
    ['0,125 €', 0.125, ','],
    ['12 345,5 kr', 12345.5, ','],
    ['1.234.567 zł', 1234567, ','],
  ])('money alone says how it is written: %s', (cell, value, decimalSign) => {
    const text = `x;y\n1;${cell}\n2;${cell}\n3;${cell}\n`;
    expect(readTable(text)).toMatchObject({ decimalSign, data: { y: [value, value, value] } });
  });

  test('what the other cells say goes before what three digits are of money', () => {
    const reading = readTable('fuel;y\n1,799 €;1\n1,8 €;2\n1,849 €;3\n');
    expect(reading).toMatchObject({ decimalSign: ',', data: { x: [[1.799], [1.8], [1.849]] } });
    expect(readTable('x;y\n1.200 €;1,5\n900 €;2,5\n')).toMatchObject({ data: { x: [[1200], [900]] } });
    expect(readTable('x;y\n1,200 %;1\n1,250 %;2\n')).toMatchObject({ decimalSign: ',', data: { x: [[1.2], [1.25]] } });
  });

  test('a cell of another kind is a fault of its row, missing ones are missing', () => {
    const reading = readTable('x;y\n5 %;1\nmuch;2\n;3\n6 %;4,5\n8 %;6\n');
    expect(reading).toMatchObject({ missing: [4], data: { x: [[5], [6], [8]], names: ['x (%)', 'y'] } });
    expect(reading.faults).toEqual([{ line: 3, kind: 'number', column: 'x (%)', text: 'much' }]);
  });

  test('different units, or one and none, are no amounts of one thing', () => {
    for (const cells of [
      ['€5', '$6', '€7'],
      ['5 %', '6', '7 %'],
      ['5 €', '6 EUR', '7 €'],
    ]) {
      const [column] = readTable(`x;y\n${cells.map((cell, row) => `${cell};${row}`).join('\n')}\n`).columns;
      expect(column).toMatchObject({ isNumeric: false, unit: '', asText: 'units', name: 'x' });
    }
    // Where most are bare, the others are faults of their rows, as any text is.
    const reading = readTable('x;y\n5;1\n6;2\n7 %;3\n');
    expect(reading.columns[0]).toMatchObject({ isNumeric: true, unit: '', asText: null });
    expect(reading.faults).toMatchObject([{ line: 4, text: '7 %' }]);
  });

  test('the unit is in the name once, which is no longer than names are', () => {
    const nameOf = (name: string, cell: string) => readTable(`${name};y\n${cell};1\n${cell};2\n`).columns[0].name;
    expect(nameOf('price in €', '5 €')).toBe('price in €');
    expect(nameOf('price (EUR)', '5 EUR')).toBe('price (EUR)');
    expect(nameOf('okra', '5 kr')).toBe('okra (kr)');
    expect(nameOf('n'.repeat(60), '5 %')).toBe(`${'n'.repeat(36)} (%)`);
    expect(readTable('5 %;1\n6 %;2\n').data?.names).toEqual(['%', '']);
  });

  test('classes in a unit are told apart as numbers', () => {
    const reading = readTable('x;y\n1;5 %\n2;10%\n3;5%\n4;10 %\n');
    expect(reading).toMatchObject({ classes: ['5', '10'], data: { y: [0, 1, 0, 1], names: ['x', 'y (%)'] } });
  });

  test('no word is taken for one', () => {
    for (const cell of [
      'A1',
      'x5',
      '5 m',
      'B 12',
      '%',
      '€',
      '5 €/l',
      '10 EURO',
      '(5 €)',
      '€5€',
      '5 % 6',
      'EUR',
      '1.2.3 €',
    ])
      expect(readTable(`x;y\n1;${cell}\n2;${cell}\n`).columns[1]).toMatchObject({ unit: '', isNumeric: false });
    expect(readTable('x\n1,5 %\n2,5 %\n3,5 %\n').refusal).toBe('one-column');
  });

  test('an amount is the number that is nearest to what is written, wherever its sign stands', () => {
    const unit = fc.constantFrom('%', '€', '$', 'EUR', 'kr', 'R$');
    const blank = fc.constantFrom('', ' ', '\u00a0', '\u202f');
    const decimalSign = fc.constantFrom('.' as const, ',' as const);
    const value = fc.double({ noNaN: true, min: -1e15, max: 1e15 });
    const place = fc.constantFrom('before', 'after', 'between');
    fc.assert(
      fc.property(value, unit, blank, decimalSign, place, (own, sign, gap, decimal, where) => {
        const digits = String(own + 0).replace('.', decimal);
        const isNegative = digits.startsWith('-');
        const cell =
          where === 'after'
            ? `${digits}${gap}${sign}`
            : where === 'between' && isNegative
              ? `-${sign}${gap}${digits.slice(1)}`
              : `${sign}${gap}${digits}`;
        // One sign before three digits is that of thousands in money.
        fc.pre(!/^-?[1-9]\d{0,2}[.,]\d{3}$/.test(digits));
        expect(numberWith(cell, decimal, sign)).toBe(own + 0);
        expect(numberWith(cell, decimal, 'ZAR')).toBeNull();
      }),
      { numRuns: 3000 },
    );
  });
});

describe('dates', () => {
  test.each([
    ['2024-05-01', '2024-05-02'],
    ['1.5.2024', '12.05.2024'],
    ['5/1/24', '12/31/24'],
    ['2024-05-01T12:00:00Z', '2024-05-01 13:30'],
    ['1. Mai 2024', '12. Dezember 2024'],
    ['May 1, 2024', 'December 31, 2024'],
    ['9:30', '12:45:10'],
  ])('%s is text, and the reading knows why', (...cells) => {
    const { columns, roles } = readTable(
      `day;x;y\n${cells.map((cell, row) => `${cell};${row + 3};${row}`).join('\n')}\n`,
    );
    expect(columns[0]).toMatchObject({ isNumeric: false, unit: '', asText: 'dates' });
    expect(roles.features).not.toContain(0);
  });

  test('other words are not', () => {
    for (const cell of ['1.2', '1-2', 'Monday', '2024', 'v1.2.3', '12:', '1:2:3:4', 'red'])
      expect(readTable(`x;y\n${cell};1\n${cell};2\n`).columns[0].asText).toBeNull();
  });
});

describe('columns that suggest themselves', () => {
  test('the last one is the target, the first one or two of numbers are the features; numbering and constants are not', () => {
    const text = 'id,name,height,same,weight,fit\n1,a,1.8,5,80,no\n2,b,1.7,5,75,yes\n3,c,1.6,5,60,yes\n';
    const reading = readTable(text);
    expect(reading.roles).toEqual({ features: [2, 4], target: 5 });
    expect(reading.data?.names).toEqual(['height', 'weight', 'fit']);
    expect(readTable(text, { roles: { features: [3], target: 5 } })).toMatchObject({
      refusal: 'constant',
      refused: 'same',
    });
    expect(readTable(text, { roles: { features: [1], target: 5 } }).refusal).toBe('too-few');
  });

  test('as many features as are looked for, and no target where there is none', () => {
    const text = 'a,b,c\n1,4,7\n2,6,9\n3,5,1\n';
    const roles = (features: 1 | 2, hasTarget: boolean) =>
      readTable(text, { wanted: { features, hasTarget, classes: 0 } }).roles;
    expect(roles(1, true)).toEqual({ features: [1], target: 2 });
    const words = readTable('a,b,c\n1.5,4,x\n2,6,y\n3,5,x\n', { wanted: { features: 1, hasTarget: true, classes: 0 } });
    expect(words.roles).toEqual({ features: [0, 1], target: 2 });
    // The first column counts the rows.
    expect(roles(2, false)).toEqual({ features: [1, 2], target: null });
    expect(readTable(text, { wanted: { features: 2, hasTarget: false, classes: 0 } }).data).toEqual({
      ...{
        x: [
          [4, 7],
          [6, 9],
          [5, 1],
        ],
        y: [0, 0, 0],
        names: ['b', 'c'],
      },
    });
  });

  test('two values are classes, three to six are on demand numbers again, more are numbers', () => {
    const rows = (values: readonly (number | string)[]) =>
      `x,y\n${values.map((value, row) => `${row * 1.5},${value}`).join('\n')}`;
    expect(readTable(rows([4, 9, 4, 4])).classes).toEqual(['4', '9']);
    expect(readTable(rows([1, 2, 3, 1, 2, 3])).data?.y).toEqual([0, 1, 2, 0, 1, 2]);
    expect(readTable(rows([1, 2, 3, 1, 2, 3]), { isClasses: false }).data?.y).toEqual([1, 2, 3, 1, 2, 3]);
    expect(readTable(rows(['a', 'b', 'c', 'd', 'e', 'f'])).isClasses).toBe(true);
    expect(readTable(rows([1, 2, 3, 4, 5, 6, 7])).isClasses).toBe(false);
    expect(readTable(rows(['a', 'b', 'c', 'd', 'e', 'f', 'g']), { roles: { features: [0], target: 1 } })).toMatchObject(
      { refusal: 'target', refused: 'y' },
    );
  });
});

test('a number is the one that is nearest to what is written, however it is written', () => {
  const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 20 });
  fc.assert(
    fc.property(fc.constantFrom('', '-', '+'), digits, fc.boolean(), digits, (sign, whole, hasMark, decimals) => {
      const cell = `${sign}${whole}${hasMark ? `.${decimals}` : ''}`;
      const value = /\d/.test(cell) ? Number(cell) + 0 : Number.NaN;
      const expected = Math.abs(value) <= 1e15 ? value : null;
      expect(numberIn(cell, '.')).toBe(expected);
      expect(numberIn(cell.replace('.', ','), ',')).toBe(expected);
    }),
    { numRuns: 3000 },
  );
  expect(numberIn('-0', '.')).toBe(0);
  for (const cell of [
    '',
    '-',
    '.',
    '1.2.3',
    '1,5',
    '1e',
    'e5',
    '0x10',
    '1_000',
    ' 1',
    '½',
    '١',
    '1 ',
    '--1',
    '5%',
    '€5',
  ])
    expect(numberIn(cell, '.')).toBeNull();
  expect([numberIn('1e400', '.'), numberIn('1e300', '.'), numberIn('1e-300', '.')]).toEqual([null, null, 1e-300]);
  expect(numberIn('9007199254740993', '.')).toBeNull();
});

test('a class of which no row can be used is none', () => {
  const text = 'x,y\n1,a\n,b\n3,c\n4,c\n';
  expect(readTable(text)).toMatchObject({ classes: ['a', 'c'], data: { y: [0, 1, 1], classes: ['a', 'c'] } });
  expect(readTable(text, { one: 'a' }).data).toMatchObject({ y: [1, 0, 0], classes: ['c', 'a'] });
  expect(readTable('x,y\n1,a\n,b\n3,a\n')).toMatchObject({ refusal: 'target', refused: 'y', data: null });
  // So is one that the sample has passed over.
  const rows = Array.from({ length: 9000 }, (_, row) => `${row / 7},${row === 4000 ? 'b' : row % 2 === 0 ? 'a' : 'c'}`);
  const { classes, data } = readTable(rows.join('\n'), { seed: 3 });
  expect(new Set(data?.y).size).toBe(classes.length);
  expect(classesOf({ y: data?.y ?? [] })).toBe(classes.length);
});

describe('what is too much or too little', () => {
  const numbered = (count: number) =>
    `x,y\n${Array.from({ length: count }, (_, row) => `${row / 7},${row % 13}`).join('\n')}`;

  test('10,001 rows: the first 10,000 are read, and a seeded sample of 1,000 is used', () => {
    const reading = readTable(numbered(mostRows + 1));
    expect(reading).toMatchObject({ hasMoreRows: true, rowCount: mostRows, usableCount: mostRows, refusal: null });
    expect(reading.data?.y).toHaveLength(1000);
    expect(readTable(numbered(mostRows + 1)).data).toEqual(reading.data);
    expect(readTable(numbered(mostRows + 1), { seed: 2 }).data).not.toEqual(reading.data);
    expect(reading.data?.x.map(([x]) => x)).toEqual(reading.data?.x.map(([x]) => x).toSorted((a, b) => a - b));
    expect(readTable(numbered(mostRows)).hasMoreRows).toBe(false);
  });

  test.each([
    ['', 'empty'],
    [' \n\n# nothing\n', 'empty'],
    ['x1,x2,y\n', 'header-only'],
    ['x\n1\n2\n', 'one-column'],
    ['x,y\n,\nNA,?\n', 'all-missing'],
    ['a,b\nred,tall\nblue,small\n', 'no-feature'],
    ['x,y\n1,2\n', 'too-few'],
    ['x,y\n1,2\n2,\n', 'too-few'],
    ['x,y\n1,2\n1,3\n2,\n', 'constant'],
    ['x'.repeat(longestText + 1), 'too-long'],
  ])('%#', (text, refusal) => {
    expect(readTable(text)).toMatchObject({ refusal, data: null });
  });

  test('20 columns are read of a million', () => {
    const reading = readTable(','.repeat(1_000_000));
    expect(reading).toMatchObject({ hasMoreColumns: true, data: null });
    expect(readTable(`${Array.from({ length: 25 }, (_, i) => i).join(',')}\n`.repeat(3)).columns).toHaveLength(20);
  });
});

test('cuts plain text as a kept parser does', () => {
  const cell = fc
    .string({ unit: fc.constantFrom('a', '1', '.', '"', ',', ';', '\n', ' b', 'ü') })
    .map((own) => `c${own}`);
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
      fc.constantFrom(',' as const, ';' as const, '\t' as const, '|' as const),
      (rows, delimiter) => {
        const format = dsvFormat(delimiter);
        const text = format.formatRows(rows);
        const trimmed = format
          .parseRows(text)
          .map((cells) => cells.map((own) => (/[\n",;]/.test(own) ? own : own.trimEnd())));
        const read = rowsOf(text, delimiter, 100).rows.map(({ cells }) =>
          cells.map((own) => (/[\n",;]/.test(own) ? own : own.trimEnd())),
        );
        expect(read).toEqual(trimmed);
      },
    ),
    { numRuns: 1000 },
  );
});

const number = fc.oneof(fc.double({ noNaN: true, min: -1e15, max: 1e15 }), fc.integer({ min: -50, max: 50 }));
const name = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom('__proto__', 'constructor', '=1+1', '-x', '@a', 'height (cm)', 'a"b', 'a;b', "'q"),
  fc.constantFrom('price (€)', '%', '5 %', '7 %', '$5', '1.200 €', '2024-05-01', '5 €'),
);

test('examples are read back to the last bit, whatever they are written with', () => {
  const data = fc
    .record({
      features: fc.constantFrom(1, 2),
      rows: fc.array(fc.tuple(number, number, number), { minLength: 2, maxLength: 30 }),
      names: fc.tuple(name, name, name),
      classes: fc.option(fc.uniqueArray(name, { minLength: 2, maxLength: 6 }), { nil: undefined }),
      targets: fc.array(fc.nat({ max: 5 }), { minLength: 30, maxLength: 30 }),
    })
    .map(({ features, rows, names, classes, targets }) =>
      readOwnData({
        ...(classes !== undefined && { classes }),
        x: rows.map((row) => row.slice(0, features)),
        y: rows.map((row, index) => (classes === undefined ? row[2] : targets[index] % classes.length)),
        names: names.slice(0, features + 1),
      }),
    )
    .filter((own) => own.x[0].every((_, place) => own.x.some((row) => row[place] !== own.x[0][place])));
  fc.assert(
    fc.property(
      data,
      fc.constantFrom(';' as const, '\t' as const, ',' as const, '|' as const),
      fc.constantFrom('.' as const, ',' as const),
      fc.boolean(),
      (own, delimiter, decimalSign, hasMark) => {
        const text = writeTable(own, { delimiter, decimalSign, hasMark });
        const features = own.x[0].length;
        const choices = {
          delimiter,
          decimalSign,
          hasHeader: true,
          isClasses: classesOf(own) > 0,
          roles: { features: features === 1 ? [0] : [0, 1], target: features },
        };
        const back: OwnData | null = readTable(text, choices).data;
        expect({ x: back?.x, y: back?.y }).toEqual({ x: own.x, y: own.y });
        if (back?.classes !== undefined) expect(back.classes).toEqual(own.classes?.slice(0, classesOf(own)));
        own.names?.forEach((given, place) => {
          if (given !== '') expect(back?.names?.[place]).toBe(given);
        });
        for (const { cells } of rowsOf(text.replace('\ufeff', ''), delimiter, 40).rows)
          for (const cell of cells)
            expect(cell.replace(',', '.')).not.toMatch(/^[=+@\t\r]|^-(?!\d+(?:\.\d+)?(?:e[+-]\d+)?$)/);
      },
    ),
    { numRuns: 2000 },
  );
});

test('classes are written by their names where these are read back as the same classes, else by their numbers', () => {
  const style = { delimiter: ';', decimalSign: ',', hasMark: false } as const;
  const own = (classes: readonly string[], y: readonly number[] = [0, 1, 1, 0]) =>
    readOwnData({ x: y.map((_, row) => [row / 2]), y, names: ['size', 'fits'], classes });
  expect(writeTable(own(['no', 'yes']), style)).toBe('size;fits\r\n0;no\r\n0,5;yes\r\n1;yes\r\n1,5;no\r\n');
  expect(readTable(writeTable(own(['no', 'yes']), style)).data).toEqual(own(['no', 'yes']));
  expect(writeTable(own(['=1+1', 'yes']), style)).toContain(`0;"'=1+1"`);
  expect(readTable(writeTable(own(['=1+1', 'yes']), style)).data).toEqual(own(['=1+1', 'yes']));
  for (const classes of [['yes', 'no'], ['NA', 'b'], ['4', '9'], ['1,5', '2,5'], ['a', 'a'], ['a']])
    expect(writeTable(own(classes), style)).toBe('size;fits\r\n0;0\r\n0,5;1\r\n1;1\r\n1,5;0\r\n');
  // What is a number by now has lost its classes.
  expect(writeTable(own(['no', 'yes'], [0, 1, 0.5]), style)).toContain('1;0,5');
});

test('10,000 texts of any kind: nothing throws, nothing that is not finite gets in', () => {
  const sign = fc.constantFrom(
    ',',
    ';',
    '\t',
    '|',
    ' ',
    '\n',
    '\r\n',
    '\r',
    '"',
    '""',
    '#',
    '\u202e',
    '\u200f',
    '\ufeff',
    '=',
    '=HYPERLINK("x")',
    '__proto__',
    'NaN',
    '-Infinity',
    '1e999',
    '1,5',
    '2.5',
    '7',
    'ja',
    'nein',
    '1.234,5',
    ...['%', '€', '$', 'EUR', '12 %', '€ 12.50', '$1,200', '1.200,00 EUR', '2024-05-01', '1.5.24', '12:30'],
    'sep=;\n',
    '\u0000',
    '😀',
    '\ud800',
  );
  const bytes = fc.uint8Array({ maxLength: 200 }).map((own) => new TextDecoder('windows-1252').decode(own));
  const huge = fc
    .tuple(fc.constantFrom('"', 'x', '9', ',', '""', ' '), fc.integer({ min: 0, max: 20_000 }))
    .map(([own, count]) => own.repeat(count));
  const grid = fc
    .array(
      fc.array(fc.oneof(number.map(String), name, sign), { minLength: 2, maxLength: 4 }).map((row) => row.join(';')),
      { maxLength: 12 },
    )
    .map((rows) => rows.join('\n'));
  const text = fc.oneof(
    { weight: 4, arbitrary: fc.array(sign, { maxLength: 60 }).map((parts) => parts.join('')) },
    { weight: 3, arbitrary: bytes },
    { weight: 4, arbitrary: grid },
    { weight: 1, arbitrary: huge },
    { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 100 }) },
  );
  fc.assert(
    fc.property(text, (own) => {
      const { data, columns, faults, missing } = readTable(own);
      if (data !== null) expect(ownDataProblem(data)).toBeNull();
      for (const { minimum, maximum, mean, deviation } of columns)
        for (const value of [minimum, maximum, mean, deviation]) expect(Number.isFinite(value)).toBe(true);
      for (const line of [...missing, ...faults.map((fault) => fault.line)]) expect(line).toBeGreaterThan(0);
      for (const { name: given } of columns) expect(given).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    }),
    { numRuns: 10_000 },
  );
}, 60_000);
