<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    foreach ([100, 4100, 5900, 6100] as $size) {
        $talk->connect()->send(Peer::get('/', ['Cookie' => str_repeat('c', $size)]))->eof();
    }
};
