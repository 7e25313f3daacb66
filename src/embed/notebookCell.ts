// The cell of a notebook that shows the lab by anywidget; what the lab tells comes back in the traits that are not set.

/** @param given Python: where the widget's module lies, and the settings and wishes it begins with */
export const notebookCell = (given: { readonly module: string; readonly settings: string; readonly wishes: string }) =>
  `import anywidget
import traitlets

class MinibatchLab(anywidget.AnyWidget):
    _esm = ${given.module}
    settings = traitlets.Dict().tag(sync=True)
    wishes = traitlets.Dict().tag(sync=True)
    weights = traitlets.List().tag(sync=True)
    step = traitlets.Int().tag(sync=True)
    answers = traitlets.Dict().tag(sync=True)
    error = traitlets.Unicode().tag(sync=True)

MinibatchLab(settings=${given.settings}, wishes=${given.wishes})`;
