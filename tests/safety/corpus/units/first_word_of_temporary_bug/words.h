#pragma once

#include <string>
#include <string_view>

std::string_view first_word(const std::string& text);
std::string greeting(int number);
