import { Resvg } from '@resvg/resvg-js';
import { type Element, svgText } from '../figures/index.ts';
import { figureFaces } from './fonts.ts';

/** A drawing as PNG, lettered in the shipped faces. */
export function pngOf(drawing: Element, width: number): Uint8Array {
  const image = new Resvg(svgText(drawing), {
    fitTo: { mode: 'width', value: Math.round(width) },
    font: {
      loadSystemFonts: false,
      fontFiles: figureFaces(),
      defaultFontFamily: 'Source Sans 3',
      sansSerifFamily: 'Source Sans 3',
      serifFamily: 'Libertinus Serif',
    },
  });
  return image.render().asPng();
}
