<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $a = $talk->ws('/', ['Cookie' => 'x=1; SID=abc; y=2'])->frames();
    $a->text('all')->frames()->text('set this')->frames()->text('all')->frames()->close()->eof();
    $talk->out('closed');
    foreach (['SID="abc"', 'SID=a%62c', 'other=1', 'sid=abc', null] as $cookie) {
        $talk->ws('/', ['Cookie' => $cookie])->frames()->text('all')->frames()->close()->eof();
        $talk->out('closed');
    }
};
