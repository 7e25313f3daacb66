// English words in and around the plots.
export const plots = {
  weightSpace: 'Weight space',
};
