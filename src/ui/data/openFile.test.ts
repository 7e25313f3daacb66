import { expect, test } from 'vitest';
import { readTable } from '../../training/table/readTable.ts';
import { decoded, openFile } from './openFile.ts';

const text = 'Größe;Gewicht\n1,5;2\n2,5;4\n';

test.each([
  ['UTF-8', new TextEncoder().encode(text)],
  ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${text}`)],
  ['Windows-1252', Uint8Array.from(text, (sign) => sign.charCodeAt(0))],
  [
    'UTF-16, as spreadsheets save Unicode text',
    new Uint8Array(Uint16Array.from(`\ufeff${text}`, (sign) => sign.charCodeAt(0)).buffer),
  ],
  ['UTF-16 without a mark', new Uint8Array(Uint16Array.from(text, (sign) => sign.charCodeAt(0)).buffer)],
  ['UTF-16 the other way round, without a mark', Uint8Array.from([...text].flatMap((sign) => [0, sign.charCodeAt(0)]))],
])('%s is read', (_name, bytes) => {
  expect(readTable(decoded(bytes)).data).toEqual({ x: [[1.5], [2.5]], y: [2, 4], names: ['Größe', 'Gewicht'] });
});

test('a file is a table unless it is JSON: a run, or data', async () => {
  expect(await openFile(new Blob([text]))).toEqual({ kind: 'table', text });
  expect(await openFile(new Blob(['{"x":[[1],[2]],"y":[1,2]}']))).toEqual({
    kind: 'data',
    data: { x: [[1], [2]], y: [1, 2] },
  });
  expect(await openFile(new Blob(['{"data":{"x":[[1],[2]],"y":[0,1],"classes":["no","yes"]}}']))).toEqual({
    kind: 'data',
    data: { x: [[1], [2]], y: [0, 1], classes: ['no', 'yes'] },
  });
  await expect(openFile(new Blob(['{"data":7}']))).rejects.toThrow('an object with rows x');
  await expect(openFile(new Blob(['{ not JSON']))).rejects.toThrow('This file is not JSON.');
  await expect(openFile(new Blob(['{"format":"other"}']))).rejects.toThrow('not a run of Minibatch Lab');
  await expect(openFile(new Blob(['{"x":[[1],["2"]],"y":[1,2]}']))).rejects.toThrow('Row 2 of the own data');
});
