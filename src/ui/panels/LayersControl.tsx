// The hidden layers of a network: a number of units for each, and buttons that add a layer or take the last away.

import type { ListField } from '../../training/field.ts';
import { largest } from '../../training/network/layout.ts';
import css from '../controls/controls.module.css';
import { NumberInput } from '../controls/NumberInput.tsx';
import { Control } from '../host/Control.tsx';
import { useFormats } from '../text/TextContext.tsx';
import { useSettingsText } from './settingsWords.ts';

interface LayersControlProps {
  readonly field: ListField;
  readonly units: readonly number[];
  onCommit(units: readonly number[]): void;
}

/** Units of a layer that was just added. */
const unitsAtFirst = 4;

const mostUnits = (layers: number): number => (layers === 1 ? largest.unitsOfOnlyLayer : largest.units);

export function LayersControl({ field, units, onCommit }: LayersControlProps) {
  const words = useSettingsText();
  const format = useFormats();
  const isFull = units.length >= largest.hiddenLayers;
  const most = mostUnits(units.length);
  // A layer that was the only one may have more units than one of several.
  const add = (): void => onCommit([...units.map((count) => Math.min(count, largest.units)), unitsAtFirst]);
  return (
    <Control name={field.name}>
      <fieldset className={css.layers}>
        <legend className={css.fieldLabel}>{words.hiddenLayers}</legend>
        <span className={css.layerUnits}>
          {units.length === 0 && <span className={css.fieldNote}>{words.noLayers}</span>}
          {units.map((count, layer) => (
            <NumberInput
              key={layer}
              field={{
                ...{
                  kind: 'number',
                  name: field.name,
                  label: words.unitsOfLayer(format.count(layer + 1)),
                  default: count,
                },
                ...{ min: 1, max: most, integer: true },
              }}
              value={count}
              onCommit={(next) => onCommit(units.with(layer, next))}
            />
          ))}
        </span>
        <span className={css.layerButtons}>
          <button type="button" disabled={isFull} onClick={add}>
            {words.addLayer}
          </button>
          <button type="button" disabled={units.length === 0} onClick={() => onCommit(units.slice(0, -1))}>
            {words.removeLayer}
          </button>
        </span>
        <span className={css.fieldNote}>{words.layersHelp}</span>
      </fieldset>
    </Control>
  );
}
