// What is read of a national export: every key optional, texts and figures as that interface is known to send them.
import { z } from 'zod';
import { nationalCode } from './words.ts';

const words = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .transform((text) => text?.normalize('NFC').replaceAll('\r\n', '\n').trim() || null);
const figure = z
  .union([z.number(), z.string().regex(/^\d+$/).transform(Number)])
  .nullish()
  .transform((value) => value ?? null);
// A code that lost its zeros on the way as a number gets them back.
const code = z
  .union([z.string(), z.number().transform((figure) => nationalCode(figure) ?? String(figure))])
  .nullish()
  .transform((text) => text?.trim() || null);
const flag = z
  .union([
    z.boolean(),
    z.literal([0, 1, '0', '1', 'true', 'false']).transform((said) => /^(1|true)$/.test(String(said))),
  ])
  .nullish();
const None = z.strictObject({ none: z.string().trim().min(1) });
/** Null and empty say nothing; `{ none }` is this portal's own export. */
const list = <Item extends z.ZodType>(item: Item) => z.union([None, z.array(item)]).nullish();
const named = list(z.looseObject({ name: words }));
const text = z.union([None, words]).nullish();

export const NationalInput = z.looseObject({
  slug: words,
  code,
  codeNotation: code,
  name: words,
  isMinistry: flag,
  isProvince: flag,
  isWard: flag,
  isOther: flag,
  formalityType: z
    .union([None, words, z.looseObject({ name: words }).transform(({ name }) => name)])
    .nullish(),
  categoriesDetails: named,
  executionSteps: z
    .union([None, z.array(z.looseObject({ name: words, description: words })), words])
    .nullish(),
  executionMethods: list(
    z.looseObject({
      submissionMethod: words,
      // 0 is what the interface sends where nobody filled it in.
      processingTime: figure.transform((value) => value || null),
      processingTimeUnit: words,
      processingTimeText: words,
      fees: z.array(z.looseObject({ value: figure, currencyName: words, description: words })).nullish(),
      description: words,
    }),
  ),
  executionCases: list(
    z.looseObject({
      name: words,
      profileComponents: z
        .array(
          z.looseObject({
            name: words,
            originalQty: figure,
            copyQty: figure,
            quantityText: text,
            formFile: words,
            attachments: list(z.looseObject({ fileName: words })),
          }),
        )
        .nullish(),
    }),
  ),
  profileSets: text,
  timeLimit: z
    .union([
      None,
      z.strictObject({ text: z.string(), amount: z.number().nullable(), unit: words, from: words }),
    ])
    .nullish(),
  fee: z.union([None, z.strictObject({ text: z.string(), amountVnd: z.number().nullable() })]).nullish(),
  subjectTypesDetails: named,
  departmentsExecuting: named,
  departmentsAuthority: named,
  departmentsAuthorized: named,
  departmentsCoordinating: named,
  dossierReceivingAddresses: z.union([named, words]),
  resultsDetails: named,
  legalBasisesDetails: list(z.looseObject({ code: words, name: words })),
  requirementsAndConditions: text,
  unit: words,
  onlineLevel: z.enum(['full', 'partial', 'none', 'unknown']).nullish(),
});
export type NationalInput = z.infer<typeof NationalInput>;
