<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $talk->ws('/own')->eof();
    $talk->ws('/own', ['Origin' => 'http://localhost'])->text('in')->frames()->close()->eof();
};
