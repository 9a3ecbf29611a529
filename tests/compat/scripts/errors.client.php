<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $a = $talk->ws('/stay')->frames()->text('throw')->frames()->text('next')->frames();
    $b = $talk->ws('/open')->frames(2)->text('still open')->frames();
    $c = $talk->ws('/end')->frames()->text('throw')->frames(2)->eof();
    $talk->out('/end closed');
    $b->close()->eof();
    $talk->out('/open closed');
    $a->close()->eof();
    $talk->out('/stay closed');
};
