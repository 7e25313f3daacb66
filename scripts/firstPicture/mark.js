// Before anything is painted: whether the first picture is of this page, and what is known of the theme.
{
  const { documentElement } = document;
  const { search, hash, protocol } = location;
  let level = null;
  try {
    level = localStorage.getItem('minibatch-lab.level');
  } catch {}
  // How it looks and speaks changes nothing of what it shows.
  const said = search.replace(/[?&](?:theme=(?:auto|light|dark)|lang=[a-z]{2,3}(?:-[a-z]+)?)(?=&|$)/gi, '');
  if (said !== '' || hash.length > 1 || protocol === 'about:' || parent !== window || level === 'all')
    documentElement.dataset.other = hash === '#answers' ? 'answers' : '';
  const theme = /[?&]theme=(light|dark)\b/i.exec(search);
  if (theme !== null) documentElement.dataset.theme = theme[1].toLowerCase();
}
