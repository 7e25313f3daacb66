// English words of what is worth a sentence of its own in a run.

export interface Losses {
  readonly from: string;
  readonly to: string;
}

export const events = {
  newEpoch: {
    shuffled: 'New epoch: the examples are reshuffled.',
    same: 'New epoch: the same order once more.',
    drawn: 'New epoch: the examples are drawn anew.',
  },
  circling: 'Circling a minimum now: noise, not progress.',
  selfish: (of: { batch: Losses; rest: Losses; others: string }) =>
    `This batch would help itself and hurt the rest: its loss goes from ${of.batch.from} to ${of.batch.to}, that of the other ${of.others} from ${of.rest.from} to ${of.rest.to}.`,
  overshoot: (of: { limit: string | null; batch: Losses }) =>
    of.limit === null
      ? `The step overshoots: downhill at first, it would take the loss of its own batch from ${of.batch.from} up to ${of.batch.to}.`
      : `The rate is above the limit ${of.limit}, and the step overshoots: it would take the loss of its own batch from ${of.batch.from} up to ${of.batch.to}.`,
};
