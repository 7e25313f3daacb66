// A frame that is of another page stands until there is something in its place.

import { expect, it } from 'vitest';
import { Adoption } from './adoption.ts';

/** As much of an element as is asked for. */
class Place {
  textContent = 'a frame';
  readonly children: unknown[] = [];
  insertBefore(child: unknown): void {
    this.children.push(child);
  }
}

const nodeOf = (place: Place): Element => place as unknown as Element;

function open(): { readonly root: Place; readonly adoption: Adoption } {
  const root = new Place();
  return {
    root,
    adoption: new Adoption({ root: nodeOf(root), isOwn: false, isForeign: () => null, onShown: () => {} }),
  };
}

it('a rendering of nothing leaves a frame where it is, and the first that is put there takes its place', () => {
  const { root, adoption } = open();
  adoption.begin();
  adoption.commit();
  expect(root.textContent).toBe('a frame');
  expect([adoption.isDone, adoption.knows(nodeOf(new Place()))]).toEqual([false, false]);
  const [page, part] = [new Place(), new Place()];
  adoption.put(nodeOf(page), nodeOf(part));
  expect(root.textContent).toBe('a frame');
  adoption.put(nodeOf(root), nodeOf(page));
  expect(root.textContent).toBe('');
  expect(root.children).toEqual([page]);
  expect([adoption.isDone, adoption.knows(nodeOf(page))]).toEqual([true, true]);
});

it('a frame that nothing came for goes in the end', () => {
  const { root, adoption } = open();
  adoption.release();
  expect(root.textContent).toBe('');
});
