// English words of what surrounds the lab: the menu, what a host page fixed, and what is said instead of shown.

export const frame = {
  locked: 'Fixed by the page around this lab.',
  lockedByQuestion: 'Fixed until the question is answered.',
  asked: 'A question is asked: steps are taken once it is answered.',
  failure: 'Training broke down three times in a short while and was stopped. The steps so far are still here.',
  tryAgain: 'Try again from the start',
  partMissing: 'A part of this page could not be loaded. The run is as it was.',
  partMayBeNewer:
    'The page itself still answers, so there may be a newer one. Loading it begins the run again from its link.',
  partBroken: 'A part of this page failed. The run is as it was.',
  partAgain: 'Try again',
  reload: 'Load the page anew',
  menu: 'Menu',
  export: 'Export …',
  share: 'Share …',
  about: 'About the numbers',
  keyboard: 'Keyboard',
  print: 'Print …',
  printRefused: 'This page cannot be printed from here. The menu of your browser may be able to.',
};
