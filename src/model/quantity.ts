/** A figure as a reader would write it, with its unit: “60 %”, “1,765 km”, “8,269 USD million”, “−0.61 points”. */
export function quantityText(value: number, unit: string): string {
  if (unit === 'share') return `${grouped(value * 100, 1)} %`;
  return `${grouped(value, Math.abs(value) >= 100 ? 0 : 2)} ${unit}`.trimEnd();
}

/** A share as whole per cent: “29 %”; what is not nothing is never “0 %” but “<1 %”. */
export function percent(share: number): string {
  const whole = Math.round(share * 100);
  return whole === 0 && share > 0 ? '<1 %' : `${whole} %`.replace('-', '−');
}

/** The number with thousands set apart, at most so many decimals, and the minus sign of typography. */
function grouped(value: number, decimals: number): string {
  return new Intl.NumberFormat('en', { maximumFractionDigits: decimals }).format(value).replace('-', '−');
}
