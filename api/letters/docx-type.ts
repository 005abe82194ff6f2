// The media type of a DOCX. Pure.
export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
