<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    foreach (['/?status=200&a[]=1', '/?status=404', '/?status=299', '/', '/?status=99'] as $path) {
        $talk->connect()->send(Peer::get($path))->eof();
    }
};
