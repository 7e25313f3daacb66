// English words of the examples that are changed by hand or brought along.

/** What a row of a table lacks. */
export interface Fault {
  readonly line: string;
  readonly column: string;
  readonly text: string;
}

export const data = {
  add: 'Add point',
  paste: 'Paste data',
  open: 'Open file',
  undo: 'Undo',
  redo: 'Redo',
  letGo: 'The problem’s own',
  save: 'Save as a table',
  arrangement: 'Arrangement',
  /** What an arrangement has done. */
  arranged: {
    sorted:
      'The examples stand in the order of their target, or of x1 where there is none. In a fixed order the batches take them so.',
    'one-class-rare':
      'At most one example in 25, and at least one, is of the last class; others stand in the places of the rest.',
    outlier: 'One example was moved far out.',
    unscaled: 'The last feature is 20 times as large.',
    duplicates: 'Only the first quarter of the examples is there; by turns they take the places of the others too.',
  },
  columns: 'Columns',
  column: 'column',
  mean: 'mean',
  deviation: 'standard deviation',
  trainedOn: 'trained on',
  asItIs: 'as it is',
  less: (shift: string) => `value − ${shift}`,
  scaled: (of: { shift: string; scale: string }) => `(value − ${of.shift}) / ${of.scale}`,
  standardise: 'Standardise',
  ofTraining: 'Mean and standard deviation are those of the examples that are trained on.',
  centred: 'This model has no bias, so its columns are brought to a mean of 0 even without standardising.',
  ownScale: 'These are the problem’s own examples, on the scale on which they are drawn.',

  meaning: {
    standardised: (of: { symbol: string; name: string }) => `${of.symbol} is ${of.name}, standardised`,
    centred: (of: { symbol: string; name: string }) => `${of.symbol} is ${of.name} less its mean`,
    asItIs: (of: { symbol: string; name: string }) => `${of.symbol} is ${of.name}`,
  },

  classCounts: (counts: string) => `Examples of each class: ${counts}`,
  mistaken: (of: { name: string; wrong: string; count: string }) => `${of.wrong} of ${of.count} ${of.name}`,
  mistakenAre: (classes: string) => `Taken for another class: ${classes}.`,

  rows: 'Examples',
  shownRows: (of: { from: string; to: string; of: string }) => `Examples ${of.from} to ${of.to} of ${of.of}`,
  row: 'no.',
  before: 'Earlier examples',
  after: 'Later examples',
  cell: (of: { column: string; row: string }) => `${of.column} of example ${of.row}`,
  remove: (row: string) => `Delete example ${row}`,
  chosen: (row: string) => `Example ${row}`,
  target: 'Class',
  full: (most: string) => `There is room for ${most} examples.`,

  editor: 'Examples, to be changed by hand',
  editorHelp:
    'Click or Enter adds an example, dragging or the arrow keys move the chosen one, Page Up and Page Down choose another, Delete deletes it, and a digit makes it one of that class.',
  pointer: 'In data space: a click adds an example, dragging moves it, Delete deletes the chosen one.',
  at: (of: { row: string; of: string; values: string }) => `Example ${of.row} of ${of.of}: ${of.values}.`,
  value: (of: { name: string; value: string }) => `${of.name} ${of.value}`,
  noOwn: 'This problem is one of its own examples only. They can be arranged, but not changed.',
  limits:
    'A table may have 1 MB of text, 10,000 rows, and 20 columns; 1,000 rows are used. Nothing leaves this page, and no data are kept.',

  advice: {
    unscaled: (of: { condition: string; standardised: string }) =>
      `The inputs have a condition number of ${of.condition}; standardised it would be ${of.standardised}. Steps that suit the steepest direction are short along the flattest.`,
    rare: (of: { label: string; count: string; of: string; share: string }) =>
      `Class ${of.label} has ${of.count} of ${of.of} examples: to never predict it is right for ${of.share}.`,
    equal: 'All examples are the same, so there is nothing to learn but one value.',
    constant: (value: string) =>
      `The target is ${value} for every example, so there is nothing to learn but this value.`,
    separable:
      'The boundary of this model can part the classes without a mistake, so the loss has no minimum: it falls on and on as the weights grow, and the minimum lies at infinity.',
    few: (of: { rows: string; weights: string }) =>
      `There are ${of.rows} examples to train on and ${of.weights} weights: many weights fit them equally well.`,
  },

  delimiter: 'Columns parted by',
  delimiters: { '\t': 'tab', ';': 'semicolon', '|': 'bar', ',': 'comma', ' ': 'spaces' },
  decimalSign: 'Decimal sign',
  decimalSigns: { '.': 'point (1.5)', ',': 'comma (1,5)' },
  hasHeader: 'The first row has names',
  forSpreadsheet: 'Mark the encoding for spreadsheets',
  tableName: 'examples.csv',

  source: 'Data as text',
  sourceHint: 'Paste rows from a spreadsheet, drop a file, or type: one example in a row.',
  beginningOnly: 'Only the beginning is shown.',
  clear: 'Clear',
  chooseFile: 'Choose a file',
  reading: 'The text is being read.',
  understood: (of: { rows: string; columns: string; delimiter: string; sign: string }) =>
    `Read: ${of.rows} and ${of.columns}, parted by ${of.delimiter}, with a decimal ${of.sign}.`,
  rowCount: (count: string, isOne: boolean) => `${count} ${isOne ? 'row' : 'rows'}`,
  columnCount: (count: string, isOne: boolean) => `${count} ${isOne ? 'column' : 'columns'}`,
  signs: { '.': 'point', ',': 'comma' },
  preview: 'The first rows',
  columnNumber: (number: string) => `column ${number}`,
  features: 'Feature',
  secondFeature: 'Second feature',
  none: 'none',
  targetColumn: 'Target',
  targetIs: 'The target is',
  targetKinds: { classes: 'a class', number: 'a number' },
  one: 'Class 1 is',
  numbering: (classes: string) => `Classes 0, 1, … are ${classes}.`,
  learn: 'Learn with',
  use: 'Use these data',
  range: (of: { minimum: string; maximum: string; mean: string; deviation: string }) =>
    `${of.minimum} to ${of.maximum}, mean ${of.mean}, standard deviation ${of.deviation}`,
  valuesOf: (values: string) => `values ${values}`,
  manyValues: 'texts, more than six',
  missingCells: (count: string) => `${count} missing`,

  inUnit: (of: { column: string; unit: string }) => `${of.column} is read as numbers, ${of.unit} being their unit.`,
  /** Why a column of what could be numbers is text. */
  asText: {
    dates: (column: string) =>
      `${column} looks like dates or times and is read as text, which can be no feature: a column of days or hours since the first can.`,
    units: (column: string) =>
      `${column} has numbers with different units, or with a unit and without, and is read as text, which can be no feature.`,
  },

  moreRows: (most: string) => `Only the first ${most} rows are read; the table has more.`,
  moreColumns: (most: string) => `Only the first ${most} columns are read; the table has more.`,
  sampled: (of: { used: string; of: string }) =>
    `${of.used} of the ${of.of} rows that can be used are, drawn at random by the seed of the run.`,
  missing: (of: { count: string; rows: string; lines: string; isCut: boolean }) =>
    `${of.count} of ${of.rows} left out because a value is missing, in ${of.lines.includes(', ') ? 'lines' : 'line'} ${of.lines}${of.isCut ? ', …' : ''}.`,
  faults: (of: { count: string; rows: string }) => `${of.count} of ${of.rows} left out because of what they say:`,
  moreFaults: (count: string) => `and ${count} more.`,
  badNumber: (of: Fault) => `Line ${of.line}: ${of.column} is no number that can be used: ${of.text}`,
  badWidth: (of: Fault) => `Line ${of.line} has ${of.text} ${of.text === '1' ? 'cell' : 'cells'}, unlike most rows.`,
  emptyCell: '(empty)',

  refusals: {
    'too-long': () => 'The text is longer than 1 MB. The present data stay.',
    empty: () => 'There is no row in this text.',
    'header-only': () => 'There is a row of names and no row of data. The present data stay.',
    'one-column': () =>
      'There is one column only; at least a feature and a target are needed. Perhaps the columns are parted by another sign. The present data stay.',
    'all-missing': () => 'Every value is missing. The present data stay.',
    'no-feature': () =>
      'No column of numbers that can be used and differ is left for a feature. The present data stay.',
    constant: (column: string) =>
      `${column} has the same value in every row that can be used, so nothing can be learned from it as a feature.`,
    target: (column: string) =>
      `${column} has one value in all rows that can be used, or is text with more than six, and cannot be a target of classes.`,
    'too-few': () => 'Fewer than two rows can be used. The present data stay.',
  },
  noProblem: 'No problem here learns from such columns. Choose a target, or a second feature.',
  useOpen: 'it holds a whole run; the button Open file opens it.',
  badFile: (reason: string) => `The file could not be read: ${reason}`,
  opened: (name: string) => `${name} was opened.`,
  taken: (count: string) => `${count} examples are used.`,
};
