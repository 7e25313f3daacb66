// What the words of a lesson are, in every language. Names are those of the lesson's file.

type ByName<Said = string> = Readonly<Record<string, Said>>;

export interface LessonText {
  /** The title; in English the key with spaces, whatever its capitals and signs. */
  readonly title: string;
  /** One or two sentences: what is seen, and what is asked. No number of the answer. */
  readonly question: string;
  /** Choose: what each option says. */
  readonly options?: ByName;
  /** Sketch: names of the axis across and up, as `steps` and `loss of all examples`; other curves by key. */
  readonly axes?: readonly [across: string, up: string];
  readonly curves?: ByName;
  /** Set: what the number is, with its unit, as `of 200 steps`. */
  readonly quantity?: string;
  /** Set: whether that is no unit but a name, as `learning rate`. */
  readonly isNamed?: boolean;
  /** Fill: names of rows by key, and of the columns in order. */
  readonly rows?: ByName;
  readonly columns?: readonly string[];
  readonly slips?: ByName;
  /** What the question gives in numbers (`shown().figures`), and the row that explains the gap: a name for each. */
  readonly figures: ByName;
  readonly features: ByName<{ readonly right: string; readonly wrong: string }>;
  readonly observations: ByName;
  /** A reason, and what is answered to whoever chooses it: one sentence, of a wrong one why it is none. */
  readonly reasons: ByName<{ readonly choice: string; readonly reply: string }>;
  /** One sentence. */
  readonly takeaway: string;
  /** "Now change one thing": what to change and what to look for, one or two sentences. */
  readonly change: string;
}
