<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    foreach (['plain', 'code', 'low', 'zero', 'wide', 'null', 'string', 'frame', 'empty', 'text', 'sent', 'twice'] as $how) {
        $talk->ws()->text($how)->eof();
        $talk->out('closed');
    }
    $talk->ws('/open')->frames(2)->eof();
    $talk->out('closed');
};
