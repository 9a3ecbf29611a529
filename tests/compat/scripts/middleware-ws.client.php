<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $a = $talk->ws()->frames()->text('{"a":[1,2]}')->frames()->text('{no json')->frames()->text('"bye"')->frames(2)->eof();
    $talk->out('0 left');
};
