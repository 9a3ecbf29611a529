<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $a = $talk->ws('/room/red/anna')->frames();
    $b = $talk->ws('/room/red/bert?x=1&y[]=2')->frames();
    $c = $talk->ws('/room/blue%20one/caf%C3%A9')->frames();
    $d = $talk->ws('/room/green')->frames();
    $a->text('hi');
    $b->frames();
    foreach ([$a, $b, $c, $d] as $peer) {
        $peer->close()->eof();
        $talk->out('has left');
    }
    $talk->connect()->request(Peer::upgradeHead('/room/'))->eof();
    $talk->connect()->request(Peer::upgradeHead('/room/a/b/c'))->eof();
};
