/**
 * Countries of the US government's geographic codes (FIPS 10-4, now GEC), by which GDELT names where an event was: ISO
 * 3166-1 alpha-3, then the codes that stand for it. Codes of FIPS that no longer are in the list stand with the others.
 * Places that ISO has no code for (the Paracel and Spratly Islands, the bases on Cyprus, the oceans) are left out.
 *
 * @see Central Intelligence Agency (2026). The World Factbook: the names of its country files are these codes.
 */
const table = `
AFG AF, AGO AO, ALB AL, AND AN, ARE AE TC, ARG AR, ARM AM, ATG AC, AUS AS, AUT AU, AZE AJ, BDI BY, BEL BE, BEN BN,
BFA UV, BGD BG, BGR BU, BHR BA, BHS BF, BIH BK, BLR BO, BLZ BH, BOL BL, BRA BR, BRB BB, BRN BX, BTN BT, BWA BC, CAF CT,
CAN CA, CHE SZ, CHL CI, CHN CH, CIV IV, CMR CM, COD CG, COG CF, COL CO, COM CN, CPV CV, CRI CS, CUB CU, CYP CY, CZE EZ,
DEU GM, DJI DJ, DMA DO, DNK DA, DOM DR, DZA AG, ECU EC, EGY EG, ERI ER, ESP SP, EST EN, ETH ET, FIN FI, FJI FJ, FRA FR,
FSM FM, GAB GB, GBR UK, GEO GG, GHA GH, GIN GV, GMB GA, GNB PU, GNQ EK, GRC GR, GRD GJ, GTM GT, GUY GY, HND HO, HRV HR,
HTI HA, HUN HU, IDN ID, IND IN, IRL EI, IRN IR, IRQ IZ, ISL IC, ISR IS, ITA IT, JAM JM, JOR JO, JPN JA, KAZ KZ, KEN KE,
KGZ KG, KHM CB, KIR KR, KNA SC, KOR KS, KWT KU, LAO LA, LBN LE, LBR LI, LBY LY, LCA ST, LIE LS, LKA CE, LSO LT, LTU LH,
LUX LU, LVA LG, MAR MO, MCO MN, MDA MD, MDG MA, MDV MV, MEX MX, MHL RM, MKD MK, MLI ML, MLT MT, MMR BM, MNE MJ, MNG MG,
MOZ MZ, MRT MR, MUS MP, MWI MI, MYS MY, NAM WA, NER NG, NGA NI, NIC NU, NLD NL, NOR NO, NPL NP, NRU NR, NZL NZ, OMN MU,
PAK PK, PAN PM, PER PE, PHL RP, PLW PS, PNG PP, POL PL, PRK KN, PRT PO, PRY PA, PSE GZ WE, QAT QA, ROU RO, RUS RS,
RWA RW, SAU SA, SDN SU, SEN SG, SGP SN, SLB BP, SLE SL, SLV ES, SMR SM, SOM SO, SRB RI RB YI, SSD OD, STP TP, SUR NS,
SVK LO, SVN SI, SWE SW, SWZ WZ, SYC SE, SYR SY, TCD CD, TGO TO, THA TH, TJK TI, TKM TX, TLS TT, TON TN, TTO TD, TUN TS,
TUR TU, TUV TV, TWN TW, TZA TZ, UGA UG, UKR UP, URY UY, USA US, UZB UZ, VAT VT, VCT VC, VEN VE, VNM VM, VUT NH, WSM WS,
XKX KV, YEM YM, ZAF SF, ZMB ZA, ZWE ZI,
ABW AA, AIA AV, ANT NT, ASM AQ, ATA AY, ATF FS, BLM TB, BMU BD, BVT BV, CCK CK, COK CW, CUW UC, CXR KT, CYM CJ, ESH WI,
FLK FK, FRO FO, GGY GK, GIB GI, GLP GP, GRL GL, GUF FG, GUM GQ, HKG HK, HMD HM, IMN IM, IOT IO, JEY JE, MAC MC, MAF RN,
MNP CQ, MSR MH, MTQ MB, MYT MF, NCL NC, NFK NF, NIU NE, PCN PC, PRI RQ, PYF FP, REU RE, SGS SX, SHN SH, SJM SV JN,
SPM SB, SXM NN, TCA TK, TKL TL, UMI UM WQ BQ, VGB VI, VIR VQ, WLF WF
`;

/** ISO 3166-1 alpha-3 by the FIPS 10-4 code. */
export const fips: Readonly<Record<string, string>> = Object.fromEntries(
  table
    .trim()
    .split(/,\s*/)
    .flatMap((entry) => {
      const [id = '', ...codes] = entry.trim().split(' ');
      return codes.map((code) => [code, id] as const);
    }),
);
