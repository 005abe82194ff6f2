// The catalogue of the open data for other portals: DCAT-AP as JSON-LD, every address absolute. Pure.
import type { Department } from '../../../api/department/schema.ts';
import type { DataFile } from './files.ts';

const context = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  spdx: 'http://spdx.org/rdf/terms#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};
const iri = (id: string) => ({ '@id': id });
const vi = (text: string) => ({ '@value': text, '@language': 'vi' });
const vietnamese = iri('http://publications.europa.eu/resource/authority/language/VIE');
const publicAccess = iri('http://publications.europa.eu/resource/authority/access-right/PUBLIC');
const government = iri('http://publications.europa.eu/resource/authority/data-theme/GOVE');
const fileType = (format: string) =>
  iri(`http://publications.europa.eu/resource/authority/file-type/${format}`);

/** When something of a kind was first made public, and when last: instants, ISO 8601. */
export type Span = { kind: string; first: string; last: string };

export const noLicence =
  'Sở chưa công bố giấy phép cho dữ liệu này. Nội dung là thông tin hành chính đã được công khai; khi dùng lại, hãy ghi nguồn và ngày lấy.';

/** `origin`: the portal's address without a slash at the end. */
export function catalogueOf(
  origin: string,
  files: readonly DataFile[],
  department: Pick<Department, 'name' | 'website' | 'dataLicence'>,
  spans: readonly Span[],
): object {
  const publisher = {
    '@id': `${origin}/#so`,
    '@type': 'foaf:Agent',
    'foaf:name': vi(department.name),
    ...(department.website && { 'foaf:homepage': iri(department.website) }),
  };
  const rights = department.dataLicence
    ? { 'dct:license': iri(department.dataLicence.url) }
    : { 'dct:rights': { '@type': 'dct:RightsStatement', 'dct:description': vi(noLicence) } };
  const days = (kinds: (span: Span) => boolean) => {
    const meant = spans.filter(kinds);
    const first = meant.map((span) => span.first).toSorted()[0];
    const last = meant
      .map((span) => span.last)
      .toSorted()
      .at(-1);
    return { ...(first && { 'dct:issued': instant(first) }), ...(last && { 'dct:modified': instant(last) }) };
  };

  const shared = {
    'dcat:theme': government,
    'dcat:contactPoint': {
      '@type': 'vcard:Organization',
      'vcard:fn': vi(department.name),
      'vcard:hasURL': iri(`${origin}/duong-day-nong`),
    },
    'dct:publisher': iri(publisher['@id']),
    'dct:language': vietnamese,
    'dct:accessRights': publicAccess,
    ...rights,
  };

  const datasets = [...Map.groupBy(files, ({ dataset }) => dataset)].map(([dataset, ofIt]) => {
    const own = days(({ kind }) => kind === dataset.kind);
    return {
      '@id': `${origin}/du-lieu#${dataset.id}`,
      '@type': 'dcat:Dataset',
      'dct:identifier': dataset.id,
      'dct:title': vi(dataset.title),
      'dct:description': vi(dataset.description),
      'dcat:keyword': dataset.keywords.map(vi),
      'dcat:landingPage': iri(`${origin}/du-lieu`),
      ...shared,
      ...own,
      'dcat:distribution': ofIt.map((file) => ({
        '@id': `${origin}/du-lieu/${file.name}`,
        '@type': 'dcat:Distribution',
        'dct:title': vi(`${dataset.title} (${file.format})`),
        'dcat:accessURL': iri(`${origin}/du-lieu/${file.name}`),
        'dcat:downloadURL': iri(`${origin}/du-lieu/${file.name}`),
        'dcat:mediaType': iri(`https://www.iana.org/assignments/media-types/${file.mediaType}`),
        'dct:format': fileType(file.format),
        'dcat:byteSize': { '@value': String(file.bytes), '@type': 'xsd:nonNegativeInteger' },
        'spdx:checksum': {
          '@type': 'spdx:Checksum',
          'spdx:algorithm': iri('http://spdx.org/rdf/terms#checksumAlgorithm_sha256'),
          'spdx:checksumValue': { '@value': file.sha256, '@type': 'xsd:hexBinary' },
        },
        'dct:language': vietnamese,
        ...rights,
        ...own,
      })),
    };
  });

  return {
    '@context': context,
    '@id': `${origin}/du-lieu/danh-muc.jsonld`,
    '@type': 'dcat:Catalog',
    'dct:title': vi(`Dữ liệu mở của ${department.name}`),
    'dct:description': vi('Thủ tục hành chính, quyết định công bố, kênh tiếp nhận, thư viện văn bản.'),
    'dct:publisher': publisher,
    'dct:language': vietnamese,
    'foaf:homepage': iri(`${origin}/du-lieu`),
    ...rights,
    ...days(() => true),
    'dcat:dataset': datasets,
    'dcat:service': {
      '@id': `${origin}/api`,
      '@type': 'dcat:DataService',
      'dct:title': vi('API của cổng'),
      'dcat:endpointURL': iri(`${origin}/api`),
      'dcat:endpointDescription': iri(`${origin}/api/openapi.json`),
    },
  };
}

const instant = (at: string) => ({ '@value': at, '@type': 'xsd:dateTime' });
