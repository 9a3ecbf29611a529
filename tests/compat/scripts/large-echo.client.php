<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $a = $talk->ws();
    foreach ([125, 126, 65535, 65536, 1 << 20, 2 << 20] as $size) {
        $a->text(str_repeat('0123456789abcdef', intdiv($size, 16)) . str_repeat('x', $size % 16))->frames();
    }
    foreach (range(0, 63) as $i) {
        $a->frame($i ? 0 : WsClient::TEXT, str_repeat(chr(65 + $i % 26), 10000), ['fin' => $i === 63]);
    }
    $a->frames()->close()->eof();
    $talk->out('closed');
};
