import type { Figure } from '../../model/figure.ts';

/** What the API answers about measures. A test holds these to the server's schemas. */

export interface ChoiceAnswer {
  readonly name: string;
  readonly about: string;
  readonly kind: 'boolean' | 'number' | 'text' | 'one of';
  readonly values: readonly string[];
  readonly usual?: string | number | boolean | undefined;
}

export interface MeasureAnswer {
  readonly id: string;
  readonly family: string;
  readonly title: string;
  readonly question: string;
  readonly formula: string;
  readonly unit: string;
  readonly least?: number | undefined;
  readonly greatest?: number | undefined;
  readonly cite: readonly string[];
  readonly weak: string;
  readonly interval: string;
  readonly partners: 'needed' | 'optional' | 'none';
  readonly by: readonly ('session' | 'year' | 'month')[];
  readonly items?: string | undefined;
  readonly chart: 'lines' | 'dots';
  readonly choices: readonly ChoiceAnswer[];
}

export type CatalogueAnswer = readonly {
  readonly id: string;
  readonly title: string;
  readonly measures: readonly MeasureAnswer[];
}[];

export interface CitedAnswer {
  readonly id: string;
  readonly title: string;
  readonly citation: string;
  readonly reference: string;
  readonly licence: string;
  readonly redistributable: boolean;
  readonly url?: string | undefined;
  readonly note?: string | undefined;
  readonly from: 'dossier' | 'archive' | 'unknown';
}

export interface LimitAnswer {
  readonly value: number;
  readonly words: string;
  readonly item?: string | undefined;
}

export interface AboutAnswer {
  readonly measure: string;
  readonly choices: Readonly<Record<string, string | number | boolean>>;
  readonly item?: string | undefined;
  readonly points: 'value' | 'n';
}

export interface MeasurementAnswer {
  readonly measure: MeasureAnswer;
  readonly version: string;
  readonly asked: {
    readonly focal: readonly string[];
    readonly partners: readonly string[];
    readonly from?: string | undefined;
    readonly to?: string | undefined;
    readonly by: 'session' | 'year' | 'month';
    readonly choices: Readonly<Record<string, string | number | boolean>>;
  };
  readonly unit: string;
  /** Units by items, where each has its own. */
  readonly units?: Readonly<Record<string, string>> | undefined;
  /** Values that figures are held against. */
  readonly limits?: readonly LimitAnswer[] | undefined;
  /** The series of another measure that the figures are about. */
  readonly about?: AboutAnswer | undefined;
  readonly figures: readonly Figure[];
  readonly basis: 'dossier' | 'archive' | 'dossier and archive';
  readonly notes: readonly string[];
  readonly names: Readonly<Record<string, string>>;
  readonly sources: readonly CitedAnswer[];
}
