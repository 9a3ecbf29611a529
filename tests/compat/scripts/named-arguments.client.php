<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $talk->out('timer');
    $talk->ws('/', ['Sec-WebSocket-Protocol' => 'x'])->frames(2)->text('end')->frames()->eof();
    $talk->out('closed');
};
