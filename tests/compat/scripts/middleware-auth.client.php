<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    foreach (['/', '/?key=wrong', '/?key=secret&key2=1'] as $target) {
        $talk->ws($target)->eof();
        $talk->out('closed');
    }
    $a = $talk->ws('/?key=secret')->frames()->text('hello')->frames()->text('throw')->frames()->close()->eof();
    $talk->out('app closed');
};
