import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { fileIn, rounded } from './files.ts';
import { focal, type Observation, partnerStates } from './observation.ts';
import { membersOn } from './union.ts';

/** The yearly editions: each gives its own year and the one before, which it may have revised. */
const editions = [
  { year: 2019, published: '2020-08-13', stated: false },
  { year: 2020, published: '2021-07-28', stated: false },
  { year: 2021, published: '2022-07-22', stated: false },
  { year: 2022, published: '2023-07-28', stated: false },
  { year: 2023, published: '2024-07-25', stated: true },
] as const;

const groups = [
  'Страны СНГ',
  'Страны ЕАЭС',
  'Страны вне ЕАЭС',
  'Остальные страны мира',
  'Европа',
  'Страны ЕС',
  'Страны вне ЕС',
  'Азия',
  'Америка',
  'Африка',
  'Австралия и Океания',
];

const names: Readonly<Record<string, string>> = {
  Австрия: 'AUT',
  Бельгия: 'BEL',
  Болгария: 'BGR',
  Кипр: 'CYP',
  'Чешская Республика': 'CZE',
  Германия: 'DEU',
  Дания: 'DNK',
  Эстония: 'EST',
  Испания: 'ESP',
  Финляндия: 'FIN',
  Франция: 'FRA',
  Греция: 'GRC',
  Хорватия: 'HRV',
  Венгрия: 'HUN',
  Ирландия: 'IRL',
  Италия: 'ITA',
  Литва: 'LTU',
  Люксембург: 'LUX',
  'Республика Латвия': 'LVA',
  Мальта: 'MLT',
  Нидерланды: 'NLD',
  Польша: 'POL',
  Португалия: 'PRT',
  Румыния: 'ROU',
  Швеция: 'SWE',
  Словения: 'SVN',
  Словакия: 'SVK',
  'Соединенное Королевство': 'GBR',
  Россия: 'RUS',
  Беларусь: 'BLR',
  Кыргызстан: 'KGZ',
  Армения: 'ARM',
  Азербайджан: 'AZE',
  'Молдова, Республика': 'MDA',
  Таджикистан: 'TJK',
  Туркменистан: 'TKM',
  Украина: 'UKR',
  Узбекистан: 'UZB',
  Китай: 'CHN',
  'Соединенные Штаты Америки': 'USA',
  Турция: 'TUR',
  'Иран, Исламская Республика': 'IRN',
  Индия: 'IND',
  Швейцария: 'CHE',
  Норвегия: 'NOR',
  Сербия: 'SRB',
  'Объединенные Арабские Эмираты': 'ARE',
  Афганистан: 'AFG',
  Грузия: 'GEO',
  Израиль: 'ISR',
  Япония: 'JPN',
  'Республика Корея': 'KOR',
  Монголия: 'MNG',
  Малайзия: 'MYS',
  Сингапур: 'SGP',
  Таиланд: 'THA',
  Вьетнам: 'VNM',
  'Тайвань (Китай)': 'TWN',
  Индонезия: 'IDN',
  'Бруней-Даруссалам': 'BRN',
  Пакистан: 'PAK',
  Канада: 'CAN',
  Бразилия: 'BRA',
  Мексика: 'MEX',
  Эквадор: 'ECU',
};

/** Partners as small as this share of the turnover in every year are left out, save the dossier's partners. */
const leastShare = 0.005;

interface Line {
  readonly name: string;
  readonly turnover: number;
  readonly exports: number | undefined;
  readonly imports: number | undefined;
}

const amount = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

/** The lines of one year's sheet, thousand US dollars: the published total first, then the partners without the groups. */
function readSheet(
  path: string,
  year: number,
): { readonly sheet: string; readonly total: Line; readonly partners: Line[] } {
  const book = read(readFileSync(path));
  const sheet = book.SheetNames.find((name) => name.endsWith(String(year)));
  const table = sheet === undefined ? undefined : book.Sheets[sheet];
  if (sheet === undefined || table === undefined) throw new Error(`${path} has no sheet for ${year}`);
  const rows: unknown[][] = utils.sheet_to_json(table, { header: 1, blankrows: false });

  const header =
    rows.find((row) => row.includes('Товарооборот'))?.map((title) => String(title ?? '').toLowerCase()) ?? [];
  const [turnover, exported, imported] = ['товарооборот', 'экспорт', 'импорт'].map((title) =>
    header.indexOf(title),
  );
  if (
    turnover === undefined ||
    exported === undefined ||
    imported === undefined ||
    Math.min(turnover, exported, imported) < 1
  )
    throw new Error(`${path}, ${sheet}: no header row with turnover, exports and imports`);

  const lines = rows
    .filter((row) => typeof row[0] === 'string' && typeof row[turnover] === 'number')
    .map((row) => ({
      name: String(row[0]).trim(),
      turnover: amount(row[turnover]) ?? 0,
      exports: amount(row[exported]),
      imports: amount(row[imported]),
    }));
  const total = lines.find(({ name }) => name.startsWith('Всего'));
  if (!total) throw new Error(`${path}, ${sheet}: no line with the total`);
  const partners = lines.filter((line) => line !== total && !groups.includes(line.name));
  for (const flow of ['turnover', 'exports', 'imports'] as const) {
    const difference = partners.reduce((sum, line) => sum + (line[flow] ?? 0), 0) - (total[flow] ?? 0);
    if (Math.abs(difference) > 1)
      throw new Error(`${path}, ${sheet}: the partners' ${flow} miss the total by ${difference} thousand`);
  }
  return { sheet, total, partners };
}

/** Exports and imports by partner as Kazakhstan's statistics give them, each year from the latest edition that has it. */
export function trade(data: string): Observation[] {
  const folder = join(data, 'trade-kaz-official');
  const years = [2018, 2019, 2020, 2021, 2022, 2023].map((year) => {
    const edition = editions.findLast((e) => e.year === year || e.year === year + 1);
    if (!edition) throw new Error(`no edition has ${year}`);
    return { year, edition, ...readSheet(fileIn(folder, `_${edition.year}.xls`), year) };
  });

  const large = years.flatMap(({ total, partners }) =>
    partners.filter(({ turnover }) => turnover >= leastShare * total.turnover).map(({ name }) => name),
  );
  const unnamed = large.find((name) => names[name] === undefined);
  if (unnamed !== undefined) throw new Error(`which state is “${unnamed}”?`);
  const wanted = new Set([
    ...partnerStates,
    ...membersOn('2023-12-31'),
    ...large.map((name) => names[name] ?? ''),
  ]);

  return years.flatMap(({ year, edition, sheet, total, partners }) => {
    const rows = partners.filter(({ name }) => wanted.has(names[name] ?? ''));
    const date = edition.stated ? `published ${edition.published}` : `file of ${edition.published}`;
    return [
      { ...total, id: 'WLD', row: 'Всего' },
      ...rows.map((line) => ({ ...line, id: names[line.name] ?? '', row: line.name })),
    ].flatMap((line) =>
      (['exports', 'imports'] as const).flatMap((indicator): Observation[] => {
        const value = line[indicator];
        if (value === undefined) return [];
        return [
          {
            focal,
            partner: line.id,
            indicator,
            period: String(year),
            unit: 'USD million',
            source: 'kaz-trade',
            value: rounded(value / 1000, 3),
            locator: `edition ${edition.year} (${date}), sheet ${sheet}, row ${line.row}`,
            method: 'thousand US dollars as published, divided by 1,000',
          },
        ];
      }),
    );
  });
}
