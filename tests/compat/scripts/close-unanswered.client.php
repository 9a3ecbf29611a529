<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $talk->connect()->rude()->upgrade()->frames(2)->eof();
    $talk->out('closed');
};
