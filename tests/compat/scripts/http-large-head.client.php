<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    foreach ([3000, 5000, 20000] as $size) {
        $peer = $talk->ws('/', ['Cookie' => str_repeat('c', $size)]);
        if (str_contains($peer->in, ' 101 ')) {
            $peer->text("$size")->frames()->close();
        }
        $peer->eof();
    }
};
