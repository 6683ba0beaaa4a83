import type { Format } from '../../model/format.ts';
import { ofacDpl } from './dpl.ts';
import { euRegulations } from './eu.ts';
import { ofacSdnAdvanced } from './ofac-advanced.ts';
import { ofacDetails } from './ofac-details.ts';
import { ofacConsolidated, ofacSdn } from './ofac-list.ts';
import { ofacNonSdnXml, ofacSdnXml } from './ofac-xml.ts';
import { openSanctionsFtm } from './opensanctions-ftm.ts';
import { openSanctionsSimple } from './opensanctions-simple.ts';
import { unConsolidated } from './un.ts';

export const sanctionsFormats: readonly Format[] = [
  ofacSdn,
  ofacConsolidated,
  ...ofacDetails,
  ofacSdnXml,
  ofacNonSdnXml,
  ofacSdnAdvanced,
  ofacDpl,
  unConsolidated,
  euRegulations,
  openSanctionsSimple,
  openSanctionsFtm,
];
