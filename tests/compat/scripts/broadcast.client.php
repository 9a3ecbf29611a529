<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $all = [];
    for ($i = 0; $i < 50; $i++) {
        $all[] = $talk->ws();
    }
    foreach ([3, 7] as $i) {
        $all[$i]->text("from $i")->frames();
        foreach ($all as $j => $peer) {
            $j === $i || $peer->frames();
        }
    }
    $all[1]->text('odd ones out')->frames();
    $talk->out('half of them');
    foreach ($all as $i => $peer) {
        $i % 2 ? $peer->frames((int) ($i !== 1))->sync() : $peer->eof();
    }
};
