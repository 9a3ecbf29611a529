<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $a = $talk->tls()->upgrade()->frames()->text('abc')->frames();
    $b = $talk->tls()->upgrade()->frames()->text(str_repeat('0123456789', 20000))->frames();
    $a->close(1001)->eof();
    $talk->out('closed');
    $b->drop();
    $talk->out('closed');
};
