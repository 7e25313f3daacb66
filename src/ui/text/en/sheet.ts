// English words of what can be taken along from a lesson: its code and its sheets.

export const sheet = {
  code: 'Code of your answer',
  printQuestion: 'Print the question',
  printAnswer: 'Print the answer',
  answerTo: (title: string) => `Answer: ${title}`,
  prediction: 'My prediction',
  because: 'Because',
  across: 'across',
  up: 'up',
  weight: (place: string) => `weight ${place}`,
  axes: 'Axes to draw on',
  afterwards: 'Then see what happens:',
  link: (address: string) => `The lesson as a square code that a camera reads: ${address}`,
};
