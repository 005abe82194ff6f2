// The worker of the English form: the same one, here because a worker looks after what lies below its own folder.
importScripts('/phan-anh/giu-bieu-mau.js');
