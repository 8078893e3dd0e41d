#include <fontconfig/fontconfig.h>

#include "CDelay.h"

static const char library[] = "libfontconfig.so.1";

DELAYED(library, FcBool, FcConfigBuildFonts, (FcConfig *config), (config))
DELAYED(library, FcConfig *, FcConfigCreate, (void), ())
DELAYED(library, void, FcConfigDestroy, (FcConfig *config), (config))
DELAYED(library, FcBool, FcConfigParseAndLoadFromMemory,
        (FcConfig *config, const FcChar8 *buffer, FcBool complain), (config, buffer, complain))
DELAYED(library, FcBool, FcConfigSetCurrent, (FcConfig *config), (config))
DELAYED(library, int, FcGetVersion, (void), ())
