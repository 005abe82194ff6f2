// How much may be attached; known to scripts of pages too, so nothing else stands here. Pure.
export const maxFiles = 5;
export const maxFileBytes = 10 * 1024 * 1024;
export const maxTogetherBytes = 25 * 1024 * 1024;
