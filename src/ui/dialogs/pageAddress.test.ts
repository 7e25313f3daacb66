import { describe, expect, it } from 'vitest';
import { pageAddress, placeholder, typedAddress } from './pageAddress.ts';

describe('the address of the page', () => {
  it('is its own where others can open it', () => {
    expect(pageAddress('https://a.example/lab/?embed=1#problem=x')).toEqual({
      ...{ page: 'https://a.example/lab/', isReal: true, hindrance: null },
    });
  });

  it.each([
    ['http://localhost:5173/', 'here'],
    ['http://127.0.0.1:8000/lab/', 'here'],
    ['http://[::1]:8000/lab/', 'here'],
    ['http://lab.localhost/', 'here'],
    ['http://192.168.1.20/lab/', 'network'],
    ['http://10.0.0.7/', 'network'],
    ['http://172.20.1.1/', 'network'],
    ['http://printer.local/lab/', 'network'],
    ['http://intranet/lab/', 'network'],
  ])('of %s says what hinders others', (href, hindrance) => {
    expect(pageAddress(`${href}#seed=1`)).toEqual({ page: href, isReal: true, hindrance });
  });

  it('is a stand-in for a file and for what has none: nobody learns the folders of a machine', () => {
    for (const [href, hindrance] of [
      ['file:///home/somebody/secret/minibatch-lab.html#a', 'file'],
      ['about:srcdoc', 'none'],
      ['blob:https://a.example/1', 'none'],
    ])
      expect(pageAddress(href)).toEqual({ page: placeholder, isReal: false, hindrance });
  });

  it('that is typed is an address of the web, without query and hash', () => {
    expect(typedAddress(' https://b.example/lab/?x=1#y ')).toBe('https://b.example/lab/');
    for (const text of ['', 'b.example', 'file:///a', 'javascript:alert(1)', 'ftp://b.example/'])
      expect(typedAddress(text)).toBeNull();
  });
});
