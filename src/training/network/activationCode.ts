// How code says an activation: in the notation (see notation.ts), from which every language is printed, and in the words
// of a library where it has its own. Apart from the arithmetic, so that neither the training loop nor the page's first load carries it.

export interface ActivationCode {
  /** f(z), and f' of z and of a = f(z). */
  readonly value: string;
  readonly slope: string;
  /** PyTorch's layer for torch.nn.Sequential; null where none is needed. */
  readonly torchLayer: string | null;
  /** What `activation=` of a Keras layer is given, as Python; null where none is needed. */
  readonly kerasArgument: string | null;
  /** f(z) as a library's own function, where printing `value` would not do. */
  readonly torch?: string;
  readonly tensorflow?: string;
  readonly tfjs?: string;
}
