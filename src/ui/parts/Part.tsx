// The frame round every part that is loaded when it is needed: nothing stands there until it has come, and a sentence
// with a way on where it did not come or broke. Whatever happens in a part, the rest of the page and the run go on.

import { Component, type ComponentProps, type ComponentType, type ReactNode, Suspense, use, useEffect } from 'react';
import { useStore } from 'zustand';
import {
  countUntold,
  loadable,
  loadExport,
  MissingPartError,
  type ModuleOf,
  missing,
  reloadPage,
  tryAgain,
} from '../../lab/missing.ts';
import { firstPicture } from '../takeOver.ts';
import { useText } from '../text/TextContext.tsx';
import css from './Part.module.css';

type PropsOf<Shown> = Shown extends ComponentType<infer Props> ? Props & object : never;

/** The component `name` of the module that `load` gives. Called once for each; what shows it stands in a Part. */
export function lazyPart<Name extends string, Module extends ModuleOf<Name, ComponentType<never>>>(
  load: () => Promise<Module>,
  name: Name,
): ComponentType<PropsOf<Module[Name]>> {
  type Props = PropsOf<Module[Name]>;
  const component = loadable(() => loadExport<Name, unknown>(load, name) as Promise<ComponentType<Props>>);
  // biome-ignore lint/correctness/noComponentHookFactories: one component for each module, not for each picture
  return function LazyPart(props: Props) {
    const Loaded = use(component());
    return <Loaded {...props} />;
  };
}

interface PartProps {
  readonly children: ReactNode;
  /** What stands there until the part has come, and where it has not come without a sentence. */
  readonly before?: ReactNode;
  /** What stands round the sentence; null where there is no room for one, and the notices have it. */
  readonly around?: ((sentence: ReactNode) => ReactNode) | null;
}

interface PartState {
  readonly failure: { readonly error: unknown } | null;
}

export class Part extends Component<PartProps, PartState> {
  override state: PartState = { failure: null };
  private unsubscribe = (): void => {};

  static getDerivedStateFromError(error: unknown): PartState {
    return { failure: { error } };
  }

  override componentDidMount(): void {
    this.unsubscribe = missing.subscribe(({ attempts }, before) => {
      if (attempts !== before.attempts) this.begin();
    });
  }

  override componentWillUnmount(): void {
    this.unsubscribe();
    this.forget();
  }

  override render(): ReactNode {
    const { children, before, around = (sentence) => sentence } = this.props;
    const { failure } = this.state;
    if (failure === null) return <Suspense fallback={<Before>{before}</Before>}>{children}</Suspense>;
    const isMissing = failure.error instanceof MissingPartError;
    if (around !== null) return around(<MissingPart isBroken={!isMissing} />);
    return (
      <>
        {before}
        <Untold />
      </>
    );
  }

  private begin(): void {
    this.forget();
    if (this.state.failure !== null) this.setState({ failure: null });
  }

  private forget(): void {
    const error = this.state.failure?.error;
    if (error instanceof MissingPartError) error.forget();
  }
}

/** While the first picture stands, it is what stands there. */
function Before({ children }: { readonly children: ReactNode }) {
  return useStore(firstPicture, (state) => state.isStanding) ? null : children;
}

function Untold() {
  useEffect(countUntold, []);
  return null;
}

/** Says that a part is missing, or broke, and offers to ask for it again. */
export function MissingPart({ isBroken = false }: { readonly isBroken?: boolean }) {
  const { frame } = useText();
  const mayBeNewer = useStore(missing, ({ isPageThere }) => isPageThere && !isBroken);
  const retry: ComponentProps<'button'>['onClick'] = ({ currentTarget }) => {
    // The button goes; who works with the keys stays where it was.
    currentTarget.closest<HTMLElement>('[tabindex]')?.focus();
    tryAgain();
  };
  return (
    <div role="alert" className={css.missing}>
      <p>
        {isBroken ? frame.partBroken : frame.partMissing} {mayBeNewer && frame.partMayBeNewer}
      </p>
      <button type="button" onClick={retry}>
        {frame.partAgain}
      </button>
      {mayBeNewer && (
        <button type="button" onClick={reloadPage}>
          {frame.reload}
        </button>
      )}
    </div>
  );
}

/** The sentence for all parts that have no room for one of their own. */
export function UntoldParts() {
  return useStore(missing, ({ untold }) => untold > 0) ? <MissingPart /> : null;
}
