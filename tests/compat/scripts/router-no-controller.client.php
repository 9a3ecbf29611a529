<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $wrong = $talk->connect()->send(Peer::upgradeHead('/wrong'));
    $talk->ws('/right')->text('right')->frames()->close()->eof();
};
