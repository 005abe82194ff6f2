// What a demonstration says of itself, wherever something of it is shown or leaves it. Pure.

/** On every page. */
export const demoWords = 'Dữ liệu minh họa';
/** The same on a page in English. */
export const englishDemoWords = 'Demonstration data';

/** On every paper and file: letters, reports, sheets, mails. */
export const demoMark = 'BẢN MINH HỌA – KHÔNG CÓ GIÁ TRỊ';
/** The same on a letter in English. */
export const englishDemoMark = 'DEMONSTRATION – NOT VALID';

/** Before the names of files. */
export const demoFile = 'minh-hoa-';

/** Behind whatever a made-up sender writes. */
export const madeUpMark = '(minh họa)';
