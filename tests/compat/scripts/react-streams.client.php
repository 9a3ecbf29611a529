<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $talk->out('written', 'close');
    $talk->ws()->text('echo')->frames()->close()->eof();
};
