// The weights whose numbers are followed, with their names.

import type { ReactNode } from 'react';
import { ofNetworks } from '../../training/run/networks.ts';
import { useReadableState } from '../LabContext.tsx';
import { useNetwork } from '../network/useNetwork.ts';

export interface Watched {
  readonly index: number;
  readonly name: ReactNode;
}

/** The weights that are followed: both of two, of a network those that are watched. */
export function useWatched(): readonly Watched[] {
  const indices = useReadableState((state) => state.watched);
  const network = useNetwork();
  return indices.map((index) => ({
    index,
    name: network === null ? <PairName index={index} /> : ofNetworks().nameOfWeight(network.layout, index),
  }));
}

const PairName = ({ index }: { readonly index: number }) => (
  <>
    <var>w</var>
    <sub>{index + 1}</sub>
  </>
);
