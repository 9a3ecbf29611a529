<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $a = $talk->ws()->frames(4)->text('bye')->frames(2)->eof();
    $talk->out('true NULL', 'true NULL');
    $b = $talk->ws()->frames(4)->drop();
    $talk->out('true', 'true NULL');
};
