<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $peers = [];
    for ($i = 0; $i < 5; $i++) {
        $peers[] = $talk->ws()->sync();
    }
    $peers[2]->text('end')->frames(2);
    foreach ($peers as $peer) {
        $peer->eof();
    }
    $talk->out('0 left');
};
