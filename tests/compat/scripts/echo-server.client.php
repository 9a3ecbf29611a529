<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $a = $talk->connect()->send('hello')->bytes(5)->send(str_repeat('0123456789', 30000))->bytes(300000)->shutdown()->eof();
    $b = $talk->ws('/', [], 1)->text(str_repeat('text', 20000))->binary("\0\1\2")->frames(2)->close()->eof();
};
