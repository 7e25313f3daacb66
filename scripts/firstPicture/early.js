// Notes what is pressed and moved before the page's script is there, for src/ui/takeOver.ts to do; and shows weight space as
// a phone has it where it is one.
{
  const inputs = [];
  globalThis.early = { inputs, notes: () => true };
  const kinds = {
    click: (target) => target.closest('button, input, svg'),
    // Enter and Space press the control that has the focus, which is a click as well.
    keydown: (target, { key }) =>
      key !== 'Tab' && !(/^(?:Enter| )$/.test(key) && target.closest('button, input, select')),
    input: () => true,
    change: () => true,
  };
  for (const type in kinds)
    addEventListener(
      type,
      (event) => {
        const { target } = event;
        if (!early.notes(target) || !kinds[type](target, event)) return;
        inputs.push({ type, target, event, value: /^(?:input|change)$/.test(type) ? target.value : undefined });
        // While the script takes over, nobody else is to hear of it before that.
        if (globalThis.adoption !== undefined) event.stopPropagation();
        // What a button opens is opened when it is done.
        if (target.closest('[popovertarget]')) event.preventDefault();
      },
      true,
    );
  const phone = document.querySelector('template');
  const figure = document.querySelector('figure');
  if (figure.clientWidth < 430) figure.replaceChildren(phone.content);
  phone.remove();
  // The numbers of a run are those of the page's own.
  if (document.documentElement.dataset.other !== undefined) document.querySelector('[data-testid="readout"]').remove();
}
